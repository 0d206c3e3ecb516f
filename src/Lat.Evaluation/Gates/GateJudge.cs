namespace Lat.Evaluation;

/// <summary>Compares results with the limits of an experiment.</summary>
public static class GateJudge
{
    /// <summary>One verdict for the minimum and one for each comparison, in this order; none for a gate without limits.</summary>
    public static EquatableArray<GateVerdict> Judge(GateOptions options, IEnumerable<MethodResult> results)
    {
        var onTarget = results.Where(result => result.Target == options.Target).ToList();
        var measured = Points(options.Method);
        var subject = $"{options.Metric.ToLabel()} of {options.Method} on {options.Target}";
        var verdicts = new List<GateVerdict>();
        if (options.Minimum is { } minimum)
        {
            verdicts.Add(Verdict(minimum, FormattableString.Invariant($"the minimum {minimum:0.0}")));
        }

        foreach (var other in options.AtLeast)
        {
            var points = Points(other.Method);
            var margin = other.Margin == 0
                ? ""
                : FormattableString.Invariant($" {(other.Margin < 0 ? '-' : '+')} {Math.Abs(other.Margin):0.0}");
            verdicts.Add(double.IsNaN(points)
                ? new GateVerdict(
                    GateOutcome.NotJudged, measured, double.NaN, $"{subject}: nothing to compare with, {other.Method} has no result")
                : Verdict(points + other.Margin, FormattableString.Invariant($"{other.Method}{margin} = {points + other.Margin:0.0}")));
        }

        return [.. verdicts];

        double Points(string method) => 100 * SeedStatistics.Of(
            onTarget.Where(result => result.Method == method).Select(result => result.Metrics[options.Metric])).Mean;

        GateVerdict Verdict(double limit, string against)
        {
            if (double.IsNaN(measured))
            {
                return new GateVerdict(GateOutcome.NotJudged, measured, limit, $"{subject}: no result to hold against {against}");
            }

            var outcome = measured >= limit ? GateOutcome.Passed : GateOutcome.Missed;
            return new GateVerdict(outcome, measured, limit, FormattableString.Invariant(
                $"{subject}: {measured:0.0} {(outcome == GateOutcome.Passed ? "reaches" : "misses")} {against}"));
        }
    }
}
