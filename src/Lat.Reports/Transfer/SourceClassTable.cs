namespace Lat.Reports;

/// <summary>What became of the boxes of each source class in one transfer: right of asked, added up over seeds.</summary>
public static class SourceClassTable
{
    /// <param name="audits">The audits of one method, source and target, one a seed.</param>
    public static ReportTable Build(IEnumerable<TransferAuditResult> audits)
    {
        var rows = audits.SelectMany(audit => audit.SourceClasses).GroupBy(row => row.ClassName).ToList();
        return new ReportTable(
            [
                new ReportColumn("source class", ColumnAlignment.Left),
                new ReportColumn("boxes"),
                new ReportColumn("right"),
                new ReportColumn("kept"),
                new ReportColumn("relabelled"),
                new ReportColumn("split"),
                new ReportColumn("merged"),
                new ReportColumn("dropped"),
                new ReportColumn("labels wrong"),
            ],
            rows.Select(Row).ToEquatableArray());
    }

    private static EquatableArray<ReportCell> Row(IGrouping<ClassName, SourceClassAudit> rows)
    {
        return
        [
            new ReportCell(rows.Key.Value),
            Count(rows.Sum(row => row.Boxes)),
            Count(rows.Sum(row => row.Right)),
            Tally(row => row.Kept),
            Tally(row => row.Relabelled),
            Tally(row => row.Split),
            Tally(row => row.Merged),
            Tally(row => row.Dropped),
            Count(rows.Sum(row => row.LabelsWrong)),
        ];

        ReportCell Tally(Func<SourceClassAudit, TransferTally> part) => new(Points.Share(
            new TransferTally(rows.Sum(row => part(row).Asked), rows.Sum(row => part(row).Right))));

        static ReportCell Count(int count) => new(FormattableString.Invariant($"{count}"));
    }
}
