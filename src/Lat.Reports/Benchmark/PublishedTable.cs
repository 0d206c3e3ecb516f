namespace Lat.Reports;

/// <summary>The numbers that a publication prints beside what was measured, the mean over seeds; a dash where a method was not run.</summary>
public static class PublishedTable
{
    public static ReportTable Build(ExperimentResults results, IEnumerable<PublishedNumber> published) => new(
        [
            new ReportColumn("target", ColumnAlignment.Left),
            new ReportColumn("method", ColumnAlignment.Left),
            new ReportColumn("metric", ColumnAlignment.Left),
            new ReportColumn("published"),
            new ReportColumn("measured"),
            new ReportColumn("difference"),
            new ReportColumn("place", ColumnAlignment.Left),
        ],
        published.Select(number => Row(results, number)).ToEquatableArray());

    private static EquatableArray<ReportCell> Row(ExperimentResults results, PublishedNumber number)
    {
        var measured = MethodScores.OnTarget(results, number.Method, number.Target, number.Metric).Statistics.Mean;
        return
        [
            new ReportCell(number.Target.Value),
            new ReportCell(number.Method),
            new ReportCell(number.Metric.ToLabel()),
            new ReportCell(Points.Of(number.Value / 100)),
            new ReportCell(Points.Of(measured)),
            new ReportCell(double.IsNaN(measured) ? Points.Absent : Points.Signed(measured - (number.Value / 100))),
            new ReportCell(number.Place),
        ];
    }
}
