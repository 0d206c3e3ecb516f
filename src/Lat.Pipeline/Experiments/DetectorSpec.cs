using Lat.Detection;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>A detector and how it is trained.</summary>
public sealed record DetectorSpec
{
    /// <summary>The network.</summary>
    public DetectorOptions Network { get; init; } = new();

    /// <summary>
    /// The checkpoint that it starts from. Default null: random weights. It counts by its content; without one, keys are as if there were no such field.
    /// </summary>
    public PretrainedWeights? Weights { get; init; }

    /// <summary>The optimisation.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>What is changed at random in its images.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>The second stage's box loss. Default null: L1. A section that says only the default is none; without one, keys are as if there were no such field.</summary>
    public BoxLossOptions? Loss { get; init => field = value == new BoxLossOptions() ? null : value; }

    /// <summary>The losses on ground truth.</summary>
    public DetectorLossOptions LossOnGroundTruth() => new() { SmoothL1Beta = Loss?.SmoothL1Beta ?? 0 };
}
