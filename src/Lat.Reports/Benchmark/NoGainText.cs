namespace Lat.Reports;

/// <summary>
/// Why a method does not gain, where the true labels tell: how many objects of the others' images its labels miss, and how many of its labels
/// are wrong. A line for every method and target without a shown gain.
/// </summary>
internal static class NoGainText
{
    private static readonly BenchmarkTableOptions Roles = new();

    public static IEnumerable<string> Lines(ExperimentResults results)
    {
        foreach (var (target, method) in from target in results.Targets from method in results.Methods select (target, method))
        {
            var audits = results.Transfers.Where(item => item.Target == target && item.Method == method).Select(item => item.Audit.Sure).OfType<SureLabels>().ToList();
            if (audits.Count > 0 && Difference(results, target, method) is { Verdict: not DifferenceVerdict.Better } difference)
            {
                var (missed, wrong) = (Mean(audits, sure => sure.MissedShare), Mean(audits, sure => sure.WrongShare));
                yield return $"Why {method} shows no gain over {Roles.Baseline} on {target} ({Points.Gain(difference)}): of the true objects on the other datasets' images its "
                    + $"labels miss {Points.Of(missed)} %, and of its labels {Points.Of(wrong)} % are wrong. It trains on what is missed as background.";
            }
        }
    }

    private static Estimate? Difference(ExperimentResults results, DatasetName target, string method) => results.Statistics
        .FirstOrDefault(row => row.Target == target && row.Method == method)?.Measured[EvaluationMetric.Ap50].Difference;

    private static double Mean(List<SureLabels> audits, Func<SureLabels, double> part) => SeedStatistics.Of(audits.Select(part)).Mean;
}
