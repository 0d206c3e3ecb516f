namespace Lat.Evaluation;

/// <summary>What an experiment must reach, in points: AP times 100, as the tables print it. Judged on the mean over seeds.</summary>
public sealed record GateOptions : IValidated
{
    private const double Most = 100;

    /// <summary>What is judged: one of the 12 numbers, one of a class (`ap50/car`), or an error (`tide/localization`). Default AP50, the metric of the paper's tables 1 to 5.</summary>
    public MetricName Metric { get; init; } = EvaluationMetric.Ap50;

    /// <summary>The target dataset that is measured on.</summary>
    public required DatasetName Target { get; init; }

    /// <summary>The method that must reach the limits (`lat`).</summary>
    public required string Method { get; init; }

    /// <summary>The least value, in points of 0 to 100. Default null: no limit of its own.</summary>
    public double? Minimum { get; init; }

    /// <summary>The highest value, in points of 0 to 100; for errors, of which less is better. Default null: no limit.</summary>
    public double? Maximum { get; init; }

    /// <summary>Other methods that this one must not stay behind. Default none.</summary>
    public EquatableArray<GateComparison> AtLeast { get; init; } = [];

    /// <summary>
    /// How many points worse than the committed baseline (`experiments/baselines/`) it may be: below it, or above it for errors. Default null:
    /// not compared with a baseline.
    /// </summary>
    public double? MaximumDrop { get; init; }

    /// <summary>Whether a drop beyond <see cref="MaximumDrop"/> must be significant to fail. Default significant.</summary>
    public GateMode Mode { get; init; } = GateMode.Significant;

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        if (Minimum is null && Maximum is null && MaximumDrop is null && AtLeast.Count == 0)
        {
            yield return new SpecProblem("", "has no limit; add 'minimum', 'maximum', 'maximumDrop' or 'atLeast'");
        }

        foreach (var (name, value) in new[] { (nameof(Minimum), Minimum), (nameof(Maximum), Maximum), (nameof(MaximumDrop), MaximumDrop) })
        {
            if (value is { } number && !(number >= 0 && number <= Most))
            {
                yield return new SpecProblem(name, FormattableString.Invariant($"is {number}; expected points, 0 to 100"));
            }
        }

        // Half a point is a fine error and a fine drop, but no detector is asked for half a point of AP.
        if (Minimum is > 0 and <= 1 and var share && Metric.IsHigherBetter)
        {
            yield return new SpecProblem(
                nameof(Minimum), FormattableString.Invariant($"is {share}, less than one point or a share; expected points of 0 to 100, as the tables print them: {100 * share:0.##} for {share}"));
        }

        foreach (var other in AtLeast.Where(other => !(Math.Abs(other.Margin) <= Most)))
        {
            yield return new SpecProblem(nameof(AtLeast), FormattableString.Invariant($"has the margin {other.Margin}; expected points, -100 to 100"));
        }
    }
}
