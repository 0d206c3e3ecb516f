namespace Lat.Reports;

/// <summary>How right the transferred labels are, a row for each method, source and target; the mean over seeds.</summary>
public static class TransferTable
{
    public static ReportTable Build(ExperimentResults results) => new(
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
        ],
        results.Ordered().Transfers.GroupBy(item => (item.Source, item.Target, item.Method)).Select(group => Row(
            $"{group.Key.Source} → {group.Key.Target}", group.Key.Method, [.. group.Select(item => item.Audit)])).ToEquatableArray());

    private static EquatableArray<ReportCell> Row(string direction, string method, List<TransferAuditResult> audits)
    {
        return
        [
            new ReportCell(direction),
            new ReportCell(method),
            Mean(audit => audit.Metrics.Ap50),
            Mean(audit => audit.Metrics.Ap),
            Mean(audit => audit.Correctness),
            Mean(audit => audit.Completeness),
            Mean(audit => OfLabels(audit, audit.Faults.WrongClass)),
            Mean(audit => OfLabels(audit, audit.Faults.BadBox)),
            Mean(audit => OfLabels(audit, audit.Faults.Duplicate)),
            Mean(audit => OfLabels(audit, audit.Faults.Spurious)),
        ];

        ReportCell Mean(Func<TransferAuditResult, double> part) => new(Points.Of(SeedStatistics.Of(audits.Select(part)).Mean));
    }

    private static double OfLabels(TransferAuditResult audit, int count) => (double)count / (audit.LabelsRight + audit.LabelsWrong);
}
