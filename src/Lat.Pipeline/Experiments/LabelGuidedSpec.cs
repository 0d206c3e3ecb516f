using Lat.Detection;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The rival `lgpl` (Liao et al. 2024) and its training.</summary>
public sealed record LabelGuidedSpec
{
    /// <summary>The transfer head.</summary>
    public LabelGuidedOptions Head { get; init; } = new();

    /// <summary>The optimisation. Default null: that of `lat.training`.</summary>
    public TrainingOptions? Training { get; init; }
}
