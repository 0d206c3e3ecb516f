using System.Globalization;

namespace Lat.Reports;

/// <summary>What is measured beside the 12 numbers, for people.</summary>
public static class AnalysisTables
{
    private static readonly string[] ClassHeads = ["AP", "AP50", "AP75", "AP small", "AP medium", "AP large", "AR@100", "objects", "detections"];

    /// <summary>Each class by IoU and by size, in points.</summary>
    public static ReportTable Classes(DetectionAnalysis analysis) => new(
        [
            new ReportColumn("class", ColumnAlignment.Left),
            .. ClassHeads.Select(head => new ReportColumn(head)),
        ],
        analysis.PerClass.Select(item => (EquatableArray<ReportCell>)
        [
            new ReportCell(item.ClassName.Value),
            .. new[] { item.Ap, item.Ap50, item.Ap75, item.ApSmall, item.ApMedium, item.ApLarge, item.Ar100 }.Select(value => new ReportCell(Points.Of(value))),
            new ReportCell(Number(item.GroundTruthCount)),
            new ReportCell(Number(item.DetectionCount)),
        ]).ToEquatableArray());

    /// <summary>Where AP50 is lost, by TIDE.</summary>
    public static ReportTable Errors(TideResult tide) => new(
        [new ReportColumn("error", ColumnAlignment.Left), new ReportColumn("count"), new ReportColumn("AP50 to gain")],
        [
            .. tide.Errors.Select(error => Row(error.Kind.ToString().ToLowerInvariant(), Number(error.Count), error.DeltaAp)),
            Row("all false positives", Points.Absent, tide.FalsePositiveDeltaAp),
            Row("all false negatives", Points.Absent, tide.FalseNegativeDeltaAp),
        ]);

    /// <summary>The 12 numbers with their intervals over images.</summary>
    public static ReportTable Intervals(DetectionAnalysis analysis) => new(
        [new ReportColumn("metric", ColumnAlignment.Left), new ReportColumn("value"), new ReportColumn("low"), new ReportColumn("high")],
        analysis.Intervals.Select(item => (EquatableArray<ReportCell>)
        [
            new ReportCell(item.Metric.ToLabel()),
            new ReportCell(Points.Of(item.Value)),
            new ReportCell(Points.Of(item.Interval.Low)),
            new ReportCell(Points.Of(item.Interval.High)),
        ]).ToEquatableArray());

    private static EquatableArray<ReportCell> Row(string name, string count, double gain) =>
        [new ReportCell(name), new ReportCell(count), new ReportCell(Points.Of(gain))];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
