namespace Lat.Evaluation;

/// <summary>What differs between two sets of results.</summary>
/// <param name="Rows">By target, method and metric, those that both have.</param>
/// <param name="OnlyFirst">Methods on targets that only the first has: `lat on mid`.</param>
/// <param name="OnlySecond">Methods on targets that only the second has.</param>
/// <param name="OtherAnnotations">Targets whose annotations differ, so that no difference says anything.</param>
public sealed record ResultsComparison(
    EquatableArray<ComparisonRow> Rows, EquatableArray<string> OnlyFirst, EquatableArray<string> OnlySecond, EquatableArray<DatasetName> OtherAnnotations)
{
    /// <summary>Compares what both have, seed by seed where they share any.</summary>
    public static ResultsComparison Of(IReadOnlyCollection<MethodResult> first, IReadOnlyCollection<MethodResult> second, IReadOnlyCollection<MetricName> metrics)
    {
        var (one, other) = (Pairs(first), Pairs(second));
        var both = one.Where(other.Contains).ToList();
        var rows = from pair in both
                   from metric in metrics
                   select Row(first, second, pair.Target, pair.Method, metric);
        var moved = both.Select(pair => pair.Target).Distinct().Where(target => AnnotationsOf(first, target) is { } before
            && AnnotationsOf(second, target) is { } now && before != now);
        return new ResultsComparison(
            rows.ToEquatableArray(),
            one.Except(other).Select(pair => $"{pair.Method} on {pair.Target}").ToEquatableArray(),
            other.Except(one).Select(pair => $"{pair.Method} on {pair.Target}").ToEquatableArray(),
            moved.ToEquatableArray());
    }

    private static ComparisonRow Row(
        IReadOnlyCollection<MethodResult> first, IReadOnlyCollection<MethodResult> second, DatasetName target, string method, MetricName metric)
    {
        var (one, other) = (MetricEstimate.Of(first, target, method, metric), MetricEstimate.Of(second, target, method, metric));
        var paired = PairedDifference.Of(BySeed(second), BySeed(first)).Differences;
        var interval = paired.Count > 1 ? StudentInterval.Of(paired) : one.Interval.IsKnown && other.Interval.IsKnown
            ? Interval.Around(other.Points - one.Points, Math.Sqrt((one.Interval.HalfWidth * one.Interval.HalfWidth) + (other.Interval.HalfWidth * other.Interval.HalfWidth)))
            : Interval.Unknown;
        var difference = paired.Count > 1 ? paired.Mean : other.Points - one.Points;
        return new ComparisonRow(target, method, metric, one.Points, other.Points, difference, interval, paired.Count);

        IEnumerable<KeyValuePair<Seed, double>> BySeed(IEnumerable<MethodResult> results) =>
            results.Where(result => result.Target == target && result.Method == method)
                .Select(result => KeyValuePair.Create(result.Seed, 100 * MetricReading.Of(result, metric)));
    }

    private static List<(DatasetName Target, string Method)> Pairs(IEnumerable<MethodResult> results) =>
        [.. results.Select(result => (result.Target, result.Method)).Distinct()];

    private static ContentHash? AnnotationsOf(IEnumerable<MethodResult> results, DatasetName target) =>
        results.Where(result => result.Target == target).SelectMany(result => result.Inputs).FirstOrDefault(input => input.Name == "annotations")?.Hash;
}
