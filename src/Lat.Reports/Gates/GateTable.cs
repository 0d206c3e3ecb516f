namespace Lat.Reports;

/// <summary>The verdicts of the gates, for people.</summary>
public static class GateTable
{
    public static ReportTable Build(IEnumerable<GateVerdict> verdicts) => new(
        [
            new ReportColumn("verdict", ColumnAlignment.Left),
            new ReportColumn("measured"),
            new ReportColumn("limit"),
            new ReportColumn("gate", ColumnAlignment.Left),
        ],
        verdicts.Select(verdict => (EquatableArray<ReportCell>)
        [
            new ReportCell(Word(verdict.Outcome), !verdict.Passed),
            new ReportCell(Points.Of(verdict.Measured / 100)),
            new ReportCell(Points.Of(verdict.Limit / 100)),
            new ReportCell(verdict.Text),
        ]).ToEquatableArray());

    private static string Word(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Passed => "passed",
        GateOutcome.Missed => "MISSED",
        GateOutcome.NotJudged => "NOT JUDGED",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };
}
