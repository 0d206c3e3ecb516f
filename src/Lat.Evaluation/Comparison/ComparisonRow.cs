namespace Lat.Evaluation;

/// <summary>One metric of one method on one target, in two sets of results; in points (times 100).</summary>
/// <param name="Target">The target dataset.</param>
/// <param name="Method">The method.</param>
/// <param name="Metric">The metric.</param>
/// <param name="First">The mean over the seeds of the first results.</param>
/// <param name="Second">The mean over the seeds of the second results.</param>
/// <param name="Difference">Second minus first, on the seeds that both have.</param>
/// <param name="Interval">The 95 % interval of the difference; unknown where one run says nothing of its spread.</param>
/// <param name="SharedSeeds">How many seeds both have.</param>
public sealed record ComparisonRow(
    DatasetName Target, string Method, MetricName Metric, double First, double Second, double Difference, Interval Interval, int SharedSeeds)
{
    /// <summary>Whether it got better or worse; a difference inside its interval is neither.</summary>
    public DifferenceVerdict Verdict => DifferenceVerdicts.Of(Difference, Interval, Metric.IsHigherBetter);
}
