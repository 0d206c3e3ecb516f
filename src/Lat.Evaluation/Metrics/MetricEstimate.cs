namespace Lat.Evaluation;

/// <summary>What a method reached on a target in one metric, over its seeds, in points (times 100).</summary>
/// <param name="Points">The mean over seeds; NaN where there is no result.</param>
/// <param name="Interval">
/// The 95 % interval: over seeds by Student's t where there are several, else the one over images of the only result; unknown without either.
/// </param>
/// <param name="Seeds">The seeds whose results have the metric, ascending.</param>
/// <param name="Annotations">The content of the annotations it was measured on; null where not known, or where the results differ in it.</param>
public sealed record MetricEstimate(double Points, Interval Interval, EquatableArray<Seed> Seeds, ContentHash? Annotations)
{
    private const string AnnotationsInput = "annotations";

    /// <summary>Gathers the results of one method on one target.</summary>
    public static MetricEstimate Of(IEnumerable<MethodResult> results, DatasetName target, string method, MetricName metric)
    {
        var measured = results.Where(result => result.Target == target && result.Method == method)
            .Select(result => (Result: result, Points: 100 * MetricReading.Of(result, metric)))
            .Where(item => !double.IsNaN(item.Points)).OrderBy(item => item.Result.Seed.Value).ToList();
        var statistics = SeedStatistics.Of(measured.Select(item => item.Points));
        var overImages = measured.Count == 1 ? MetricReading.IntervalOf(measured[0].Result, metric) : Interval.Unknown;
        var hashes = measured.SelectMany(item => item.Result.Inputs).Where(input => input.Name == AnnotationsInput)
            .Select(input => input.Hash).Distinct().ToList();
        return new MetricEstimate(
            statistics.Mean,
            measured.Count > 1 ? StudentInterval.Of(statistics) : new Interval(100 * overImages.Low, 100 * overImages.High),
            measured.Select(item => item.Result.Seed).ToEquatableArray(),
            hashes.Count == 1 ? hashes[0] : null);
    }
}
