namespace Lat.Reports;

/// <summary>One row's scores in one column of a benchmark table, by seed, and how sure they are where that was measured.</summary>
internal sealed record MethodScores(string Method, IReadOnlyList<KeyValuePair<Seed, double>> BySeed)
{
    public SeedStatistics Statistics { get; } = SeedStatistics.Of(BySeed.Select(pair => pair.Value));

    /// <summary>The score with its interval; null where it was not measured.</summary>
    public Estimate? Value { get; init; }

    /// <summary>The difference to the baseline with its interval; null where it was not measured.</summary>
    public Estimate? Difference { get; init; }

    public static MethodScores OnTarget(ExperimentResults results, string method, DatasetName target, EvaluationMetric metric)
    {
        var measured = results.Statistics.FirstOrDefault(item => item.Method == method && item.Target == target)?.Measured[metric];
        return new MethodScores(
            method,
            [.. results.Results.Where(result => result.Method == method && result.Target == target)
                .OrderBy(result => result.Seed.Value).Select(result => KeyValuePair.Create(result.Seed, result.Metrics[metric]))])
        {
            Value = measured?.Value,
            Difference = measured?.Difference,
        };
    }

    /// <summary>The mean over the targets, for each seed that has all of them. Targets have images of their own, so their errors add up as squares.</summary>
    public static MethodScores OverTargets(ExperimentResults results, string method, EvaluationMetric metric, string baseline)
    {
        var columns = results.Targets.Select(target => OnTarget(results, method, target, metric)).ToList();
        var others = results.Targets.Select(target => OnTarget(results, baseline, target, metric)).ToList();
        var (own, theirs) = (Together(columns, results.Targets.Count), Together(others, results.Targets.Count));
        return new MethodScores(method, own)
        {
            Value = ErrorOf(columns.Select(column => column.Value)) is { } error ? Estimate.Of(own.Select(pair => pair.Value), error) : null,
            Difference = ErrorOf(columns.Select(column => column.Difference)) is { } differing
                ? Estimate.Of(own.Join(theirs, pair => pair.Key, pair => pair.Key, (mine, its) => mine.Value - its.Value), differing)
                : null,
        };
    }

    /// <summary>
    /// Whether this score is higher than another by more than chance, as far as is known: seed by seed, and by the images' errors added up, which is
    /// more than they come to, since both were measured on the same images. Never with one seed.
    /// </summary>
    public bool IsBeyond(MethodScores other)
    {
        var differences = BySeed.Join(other.BySeed, pair => pair.Key, pair => pair.Key, (mine, its) => mine.Value - its.Value).ToList();
        return Value is { } mine && other.Value is { } its
            ? differences.Count > 1 && Estimate.Of(differences, Math.Sqrt((mine.ImageError * mine.ImageError) + (its.ImageError * its.ImageError))).Verdict == DifferenceVerdict.Better
            : Statistics.Mean - other.Statistics.Mean > Math.Max(Statistics.StandardDeviation, other.Statistics.StandardDeviation);
    }

    /// <summary>
    /// `45.2 ± 0.8 (+3.1 ± 1.9)`: the mean, the deviation over seeds, the mean difference to the baseline on the same seeds and half its interval;
    /// `(≈ +1.1 ± 1.9)` where it lies inside its interval.
    /// </summary>
    public string ToText(MethodScores? baseline)
    {
        if (Statistics.Count == 0)
        {
            return Points.Absent;
        }

        var spread = double.IsNaN(Statistics.StandardDeviation) ? "" : $" ± {Points.Of(Statistics.StandardDeviation)}";
        if (baseline is null || baseline.Method == Method)
        {
            return Points.Of(Statistics.Mean) + spread;
        }

        var difference = PairedDifference.Of(BySeed, baseline.BySeed).Differences.Mean;
        return Points.Of(Statistics.Mean) + spread + (Difference is { } estimate ? $" ({Points.Gain(estimate)})" : double.IsNaN(difference) ? "" : $" ({Points.Signed(difference)})");
    }

    private static double? ErrorOf(IEnumerable<Estimate?> estimates)
    {
        var known = estimates.ToList();
        return known.Any(estimate => estimate is null) ? null : Math.Sqrt(known.Sum(estimate => estimate!.ImageError * estimate.ImageError)) / known.Count;
    }

    private static IReadOnlyList<KeyValuePair<Seed, double>> Together(IEnumerable<MethodScores> columns, int targets) =>
        [.. columns.SelectMany(column => column.BySeed).GroupBy(pair => pair.Key).Where(seed => seed.Count() == targets)
            .OrderBy(seed => seed.Key.Value).Select(seed => KeyValuePair.Create(seed.Key, seed.Sum(pair => pair.Value) / targets))];
}
