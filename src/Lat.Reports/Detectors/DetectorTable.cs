namespace Lat.Reports;

/// <summary>How good each dataset's own detector is on its own validation set; the mean over seeds.</summary>
public static class DetectorTable
{
    public static ReportTable Build(ExperimentResults results) => new(
        [new ReportColumn("detector", ColumnAlignment.Left), new ReportColumn("AP50"), new ReportColumn("AP"), new ReportColumn("classes")],
        results.Detectors.GroupBy(result => result.Target).OrderBy(group => group.Key).Select(Row).ToEquatableArray());

    private static EquatableArray<ReportCell> Row(IGrouping<DatasetName, MethodResult> detector) =>
    [
        new ReportCell(detector.Key.Value),
        Mean(detector, EvaluationMetric.Ap50),
        Mean(detector, EvaluationMetric.Ap),
        new ReportCell(FormattableString.Invariant($"{detector.First().Metrics.PerClass.Count}")),
    ];

    private static ReportCell Mean(IEnumerable<MethodResult> results, EvaluationMetric metric) =>
        new(Points.Of(SeedStatistics.Of(results.Select(result => result.Metrics[metric])).Mean));
}
