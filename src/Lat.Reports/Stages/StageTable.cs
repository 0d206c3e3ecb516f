namespace Lat.Reports;

/// <summary>What the pipeline did, stage by stage.</summary>
public static class StageTable
{
    public static ReportTable Build(IEnumerable<StageRecord> stages) => new(
        [
            new ReportColumn("stage", ColumnAlignment.Left),
            new ReportColumn("outcome", ColumnAlignment.Left),
            new ReportColumn("seconds"),
            new ReportColumn("memory"),
            new ReportColumn("disk"),
            new ReportColumn("key", ColumnAlignment.Left),
        ],
        stages.Select(stage => (EquatableArray<ReportCell>)
        [
            new ReportCell(stage.Name),
            new ReportCell(stage.Outcome == StageOutcome.Ran ? "ran" : "reused"),
            new ReportCell(FormattableString.Invariant($"{stage.Seconds:0.0}")),
            new ReportCell(CostText.Bytes(stage.PeakMemoryBytes)),
            new ReportCell(CostText.Bytes(stage.OutputBytes)),
            new ReportCell(stage.Key.Abbreviated),
        ]).ToEquatableArray());

    /// <summary>One line: how many ran, how many were reused, how long the running ones took together.</summary>
    public static string Summary(IReadOnlyCollection<StageRecord> stages)
    {
        var ran = stages.Where(stage => stage.Outcome == StageOutcome.Ran).ToList();
        return FormattableString.Invariant(
            $"{stages.Count} stages: {ran.Count} ran in {ran.Sum(stage => stage.Seconds):0.0} s, {stages.Count - ran.Count} reused");
    }
}
