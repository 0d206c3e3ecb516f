namespace Lat.Reports;

/// <summary>
/// How right the transferred labels are, a row for each method, source and target, the mean over seeds. Where there are several directions, a row for
/// each method that has them all is the mean of its rows: every direction counts alike.
/// </summary>
public static class TransferTable
{
    private static readonly EquatableArray<ReportColumn> Columns =
    [
        new ReportColumn("labels", ColumnAlignment.Left),
        new ReportColumn("method", ColumnAlignment.Left),
        new ReportColumn("AP50"),
        new ReportColumn("AP"),
        new ReportColumn("labels right %"),
        new ReportColumn("objects found %"),
        new ReportColumn("wrong class %"),
        new ReportColumn("bad box %"),
        new ReportColumn("duplicate %"),
        new ReportColumn("spurious %"),
    ];

    public static ReportTable Build(ExperimentResults results)
    {
        var rows = results.Ordered().Transfers.GroupBy(item => (item.Source, item.Target, item.Method))
            .Select(group => (group.Key.Method, Direction: $"{group.Key.Source} → {group.Key.Target}", Means: Means([.. group.Select(item => item.Audit)])))
            .ToList();
        var directions = rows.DistinctBy(row => row.Direction).Count();
        var overall = rows.GroupBy(row => row.Method).Where(group => directions > 1 && group.Count() == directions)
            .Select(group => (Method: group.Key, Direction: "mean of all", Means: MeanOf([.. group.Select(row => row.Means)])));
        return new(Columns, rows.Concat(overall).Select(row => Row(row.Direction, row.Method, row.Means)).ToEquatableArray());
    }

    private static EquatableArray<ReportCell> Row(string direction, string method, IEnumerable<double> means) =>
        [new ReportCell(direction), new ReportCell(method), .. means.Select(mean => new ReportCell(Points.Of(mean)))];

    /// <summary>A direction's numbers, in the order of the columns.</summary>
    private static EquatableArray<double> Means(List<TransferAuditResult> audits) => MeanOf([.. audits.Select(audit => EquatableArray.Create<double>(
    [
        audit.Metrics.Ap50,
        audit.Metrics.Ap,
        audit.Correctness,
        audit.Completeness,
        OfLabels(audit, audit.Faults.WrongClass),
        OfLabels(audit, audit.Faults.BadBox),
        OfLabels(audit, audit.Faults.Duplicate),
        OfLabels(audit, audit.Faults.Spurious),
    ]))]);

    private static EquatableArray<double> MeanOf(List<EquatableArray<double>> rows) =>
        Enumerable.Range(0, Columns.Count - 2).Select(column => SeedStatistics.Of(rows.Select(row => row[column])).Mean).ToEquatableArray();

    private static double OfLabels(TransferAuditResult audit, int count) => (double)count / (audit.LabelsRight + audit.LabelsWrong);
}
