namespace Lat.Evaluation;

/// <summary>Compares results with the limits of an experiment.</summary>
public static class GateJudge
{
    /// <summary>
    /// One verdict for the minimum, one for the maximum, one for each comparison and one for the drop, in this order; none for a gate without
    /// limits.
    /// </summary>
    /// <param name="options">The gate.</param>
    /// <param name="results">What was measured.</param>
    /// <param name="baseline">What to hold drops against; null where none is committed.</param>
    public static EquatableArray<GateVerdict> Judge(GateOptions options, IEnumerable<MethodResult> results, GateBaseline? baseline = null)
    {
        var all = results.ToList();
        var estimate = MetricEstimate.Of(all, options.Target, options.Method, options.Metric);
        var measured = estimate.Points;
        var subject = $"{options.Metric.ToLabel()} of {options.Method} on {options.Target}";
        var verdicts = new List<GateVerdict>();
        if (options.Minimum is { } minimum)
        {
            verdicts.Add(Verdict("minimum", minimum, measured >= minimum, FormattableString.Invariant($"the minimum {minimum:0.0}")));
        }

        if (options.Maximum is { } maximum)
        {
            verdicts.Add(Verdict("maximum", maximum, measured <= maximum, FormattableString.Invariant($"the maximum {maximum:0.0}")));
        }

        verdicts.AddRange(options.AtLeast.Select(Compare));
        if (options.MaximumDrop is not null)
        {
            verdicts.Add(new DropJudge(options, subject).Judge(estimate, baseline) with { Name = $"{subject}, drop" });
        }

        return [.. verdicts];

        GateVerdict Compare(GateComparison other)
        {
            var points = MetricEstimate.Of(all, options.Target, other.Method, options.Metric).Points;
            var margin = other.Margin == 0
                ? ""
                : FormattableString.Invariant($" {(other.Margin < 0 ? '-' : '+')} {Math.Abs(other.Margin):0.0}");
            var limit = options.Metric.IsHigherBetter ? points + other.Margin : points - other.Margin;
            var name = $"at least {other.Method}";
            return double.IsNaN(points)
                ? new GateVerdict(GateOutcome.NotJudged, measured, double.NaN, $"{subject}: nothing to compare with, {other.Method} has no result") { Name = $"{subject}, {name}" }
                : Verdict(
                    name,
                    limit,
                    options.Metric.IsHigherBetter ? measured >= limit : measured <= limit,
                    FormattableString.Invariant($"{other.Method}{margin} = {limit:0.0}"));
        }

        GateVerdict Verdict(string name, double limit, bool isReached, string against)
        {
            var outcome = double.IsNaN(measured) ? GateOutcome.NotJudged : isReached ? GateOutcome.Passed : GateOutcome.Missed;
            return new GateVerdict(outcome, measured, limit, outcome == GateOutcome.NotJudged
                ? $"{subject}: no result to hold against {against}"
                : FormattableString.Invariant($"{subject}: {measured:0.0} {(isReached ? "reaches" : "misses")} {against}"))
            {
                Name = $"{subject}, {name}",
            };
        }
    }
}
