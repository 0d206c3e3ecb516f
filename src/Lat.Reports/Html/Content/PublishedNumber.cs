namespace Lat.Reports;

/// <summary>A number that a publication prints for a method and a target.</summary>
public sealed record PublishedNumber
{
    /// <summary>The method, as the experiment names it.</summary>
    public required string Method { get; init; }

    /// <summary>The target.</summary>
    public required DatasetName Target { get; init; }

    /// <summary>What it measures. Default AP50, the metric of the paper's tables 1 to 5.</summary>
    public EvaluationMetric Metric { get; init; } = EvaluationMetric.Ap50;

    /// <summary>In points, as printed: 0 to 100.</summary>
    public required double Value { get; init; }

    /// <summary>Where it stands (`Table 1`). Default empty.</summary>
    public string Place { get; init; } = "";
}
