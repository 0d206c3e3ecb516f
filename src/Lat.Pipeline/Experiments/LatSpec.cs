using Lat.Detection;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The LAT model, its training, and how its predictions become labels.</summary>
public sealed record LatSpec
{
    /// <summary>The model.</summary>
    public LatModelOptions Model { get; init; } = new();

    /// <summary>The optimisation.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>From predictions to labels.</summary>
    public TransferOptions Transfer { get; init; } = new();
}
