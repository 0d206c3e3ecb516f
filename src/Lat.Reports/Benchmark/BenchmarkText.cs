namespace Lat.Reports;

/// <summary>What stands around the benchmark tables, in a file or on a terminal.</summary>
internal static class BenchmarkText
{
    /// <summary>The metrics that have a table of their own: the paper's tables 1 to 5, then COCO's primary one.</summary>
    public static EquatableArray<EvaluationMetric> Metrics { get; } = [EvaluationMetric.Ap50, EvaluationMetric.Ap];

    /// <summary>One line that says how to read the numbers.</summary>
    public static string Legend(ExperimentResults results)
    {
        var options = new BenchmarkTableOptions();
        var seeds = results.Results.Select(result => result.Seed).Distinct().Count();
        var spread = seeds > 1
            ? FormattableString.Invariant(
                $"mean ± standard deviation over {seeds} seeds; the best stands out where {(results.Statistics.Count == 0 ? "it lies outside the spread" : "its lead over the next lies outside its interval")}")
            : "one seed, so no spread is known and no best stands out";
        return $"AP in points (times 100), {spread}. In brackets: the difference to {options.Baseline} on the same seeds{Interval(results, seeds)}.";
    }

    /// <summary>What has to be said beside the tables: classes that there was nothing of, and why a method does not gain.</summary>
    public static IEnumerable<string> Notes(ExperimentResults results) => AbsentClassText.Lines(results).Concat(NoGainText.Lines(results));

    /// <summary>How to read the interval of a difference; empty where none was measured.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="seeds">With how many seeds.</param>
    public static string Interval(ExperimentResults results, int seeds) => results.Statistics.Count == 0 ? ""
        : seeds > 1 ? " ± half its 95 % interval over images and seeds; ≈ marks one inside its interval, which may be chance"
        : " ± half its 95 % interval over images, as one seed says nothing of others; ≈ marks one inside its interval, which may be chance";
}
