namespace Lat.Reports;

/// <summary>One method's scores in one column of a benchmark table, by seed.</summary>
internal sealed record MethodScores(string Method, IReadOnlyList<KeyValuePair<Seed, double>> BySeed)
{
    public SeedStatistics Statistics { get; } = SeedStatistics.Of(BySeed.Select(pair => pair.Value));

    public static MethodScores OnTarget(ExperimentResults results, string method, DatasetName target, EvaluationMetric metric) => new(
        method,
        [.. results.Results.Where(result => result.Method == method && result.Target == target)
            .OrderBy(result => result.Seed.Value).Select(result => KeyValuePair.Create(result.Seed, result.Metrics[metric]))]);

    /// <summary>The mean over the targets, for each seed that has all of them.</summary>
    public static MethodScores OverTargets(ExperimentResults results, string method, EvaluationMetric metric) => new(
        method,
        [.. results.Targets.SelectMany(target => OnTarget(results, method, target, metric).BySeed)
            .GroupBy(pair => pair.Key).Where(seed => seed.Count() == results.Targets.Count)
            .OrderBy(seed => seed.Key.Value)
            .Select(seed => KeyValuePair.Create(seed.Key, seed.Sum(pair => pair.Value) / results.Targets.Count))]);

    /// <summary>`45.2 ± 0.8 (+3.1)`: the mean, the deviation over seeds, the mean difference to the baseline on the same seeds.</summary>
    public string ToText(MethodScores? baseline)
    {
        if (Statistics.Count == 0)
        {
            return Points.Absent;
        }

        var spread = double.IsNaN(Statistics.StandardDeviation) ? "" : $" ± {Points.Of(Statistics.StandardDeviation)}";
        var difference = baseline is null || baseline.Method == Method
            ? double.NaN
            : PairedDifference.Of(BySeed, baseline.BySeed).Differences.Mean;
        return Points.Of(Statistics.Mean) + spread + (double.IsNaN(difference) ? "" : $" ({Points.Signed(difference)})");
    }
}
