namespace Lat.Evaluation;

/// <summary>One limit of a gate and what was measured against it.</summary>
/// <param name="Outcome">Whether the limit is reached.</param>
/// <param name="Measured">The measured mean over seeds, in points; NaN where there is none.</param>
/// <param name="Limit">The value at the limit, in points; NaN where it follows from a method or a baseline without a result.</param>
/// <param name="Text">The verdict as one line for people.</param>
public sealed record GateVerdict(GateOutcome Outcome, double Measured, double Limit, string Text)
{
    /// <summary>What was judged, the same in every run whatever comes of it: `AP50 of lat on mid, minimum`. Default empty.</summary>
    public string Name { get; init; } = "";

    public bool Passed => Outcome == GateOutcome.Passed;

    /// <summary>The exit code of several verdicts: 1 where any is missed, else 2 where any could not be judged, else 0.</summary>
    public static int ExitCode(IEnumerable<GateVerdict> verdicts)
    {
        var outcomes = verdicts.Select(verdict => verdict.Outcome).ToHashSet();
        return outcomes.Contains(GateOutcome.Missed) ? 1 : outcomes.Contains(GateOutcome.NotJudged) ? 2 : 0;
    }
}
