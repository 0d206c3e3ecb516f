namespace Lat.Evaluation;

/// <summary>One limit of a gate and what was measured against it.</summary>
/// <param name="Outcome">Whether the limit is reached.</param>
/// <param name="Measured">The measured mean over seeds, in points; NaN where there is none.</param>
/// <param name="Limit">The least value that passes, in points; NaN where it follows from a method without a result.</param>
/// <param name="Text">The verdict as one line for people.</param>
public sealed record GateVerdict(GateOutcome Outcome, double Measured, double Limit, string Text)
{
    public bool Passed => Outcome == GateOutcome.Passed;
}
