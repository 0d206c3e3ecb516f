using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>What one method reached on one target with one seed.</summary>
/// <param name="Method">The method as the experiment names it (`baseline`, `pseudo-label`, `lat`, `oracle`).</param>
/// <param name="Target">The dataset whose validation images and classes were measured on.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Metrics">What was measured.</param>
public sealed record MethodResult(string Method, DatasetName Target, Seed Seed, CocoMetrics Metrics)
{
    /// <summary>What the numbers follow from, each with the hash of its content: ground truth, detections, labels. Default none.</summary>
    public EquatableArray<InputHash> Inputs { get; init; } = [];

    /// <summary>Errors, calibration, confusion, curves and intervals. Default null: not measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DetectionAnalysis? Analysis { get; init; }
}
