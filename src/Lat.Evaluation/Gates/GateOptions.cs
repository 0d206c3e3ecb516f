namespace Lat.Evaluation;

/// <summary>What an experiment must reach, in points: AP times 100, as the tables print it. Judged on the mean over seeds.</summary>
public sealed record GateOptions
{
    /// <summary>Which of the 12 numbers. Default AP50, the metric of the paper's tables 1 to 5.</summary>
    public EvaluationMetric Metric { get; init; } = EvaluationMetric.Ap50;

    /// <summary>The target dataset that is measured on.</summary>
    public required DatasetName Target { get; init; }

    /// <summary>The method that must reach the limits (`lat`).</summary>
    public required string Method { get; init; }

    /// <summary>The least value, in points of 0 to 100. Default null: no limit of its own.</summary>
    public double? Minimum { get; init; }

    /// <summary>Other methods that this one must not stay behind. Default none.</summary>
    public EquatableArray<GateComparison> AtLeast { get; init; } = [];
}
