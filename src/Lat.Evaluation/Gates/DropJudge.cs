namespace Lat.Evaluation;

/// <summary>
/// Holds a measurement against the baseline. The two are taken as independent, though they share their images, which makes the interval of the
/// drop wider than need be; where only one side's interval is known, the other counts as zero, which makes it narrower.
/// </summary>
internal sealed class DropJudge(GateOptions options, string subject)
{
    private const string Update = "Run the target Gate with --update-baseline, look at the difference, and commit it.";

    public GateVerdict Judge(MetricEstimate measured, GateBaseline? baseline)
    {
        if (double.IsNaN(measured.Points))
        {
            return NotJudged(measured, double.NaN, "no result to hold against the baseline");
        }

        if (baseline?.Find(options) is not { } entry)
        {
            return NotJudged(measured, double.NaN, $"{(baseline is null ? "there is no baseline" : "the baseline does not hold it")}. {Update}");
        }

        if (entry.Annotations is { } before && measured.Annotations is { } now && before != now)
        {
            return NotJudged(measured, entry.Points, $"the baseline was measured on other annotations, so the two cannot be compared. {Update}");
        }

        return Judge(measured, entry);
    }

    private GateVerdict Judge(MetricEstimate measured, BaselineEntry entry)
    {
        var allowed = options.MaximumDrop!.Value;
        var sign = options.Metric.IsHigherBetter ? 1 : -1;
        var drop = sign * (entry.Points - measured.Points);
        var limit = entry.Points - (sign * allowed);
        var interval = IntervalOf(drop, measured.Interval, entry.Interval);
        var spread = interval.IsKnown ? FormattableString.Invariant($" [{interval.Low:0.0}, {interval.High:0.0}]") : "";
        var text = drop switch
        {
            > 0 => FormattableString.Invariant($"{measured.Points:0.0} is {drop:0.0}{spread} worse than the baseline {entry.Points:0.0}, {allowed:0.0} allowed"),
            < 0 => FormattableString.Invariant($"{measured.Points:0.0} is {-drop:0.0} better than the baseline {entry.Points:0.0}"),
            _ => FormattableString.Invariant($"{measured.Points:0.0} is the baseline"),
        };

        // A drop of nothing but rounding is none.
        if (drop <= allowed + 1e-9)
        {
            return Verdict(GateOutcome.Passed, text);
        }

        return (options.Mode, interval.IsKnown) switch
        {
            (GateMode.Any, _) => Verdict(GateOutcome.Missed, text),
            (_, false) => NotJudged(
                measured, limit, $"{text}; whether that is chance cannot be told from one run without an interval. Use two seeds or more, or 'mode: any'"),
            _ => interval.Low > 0 ? Verdict(GateOutcome.Missed, $"{text}; more than chance") : Verdict(GateOutcome.Passed, $"{text}; it may be chance"),
        };

        GateVerdict Verdict(GateOutcome outcome, string what) => new(outcome, measured.Points, limit, $"{subject}: {what}");
    }

    /// <summary>Two spreads add up as squares; one that is not known leaves only the other.</summary>
    private static Interval IntervalOf(double drop, Interval measured, Interval baseline)
    {
        if (!measured.IsKnown && !baseline.IsKnown)
        {
            return Interval.Unknown;
        }

        var (one, other) = (measured.IsKnown ? measured.HalfWidth : 0, baseline.IsKnown ? baseline.HalfWidth : 0);
        return Interval.Around(drop, Math.Sqrt((one * one) + (other * other)));
    }

    private GateVerdict NotJudged(MetricEstimate measured, double limit, string why) =>
        new(GateOutcome.NotJudged, measured.Points, limit, $"{subject}: {why}");
}
