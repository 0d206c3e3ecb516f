namespace Lat.Reports;

/// <summary>What got better or worse from one set of results to another, in points.</summary>
public static class ComparisonTable
{
    /// <summary>Of two sets of results.</summary>
    public static ReportTable Build(ResultsComparison comparison) => new(
        [
            new ReportColumn("target", ColumnAlignment.Left),
            new ReportColumn("method", ColumnAlignment.Left),
            .. Measured(),
        ],
        comparison.Rows.Select(row => (EquatableArray<ReportCell>)
        [
            new ReportCell(row.Target.Value),
            new ReportCell(row.Method),
            .. Cells(row.Metric.ToLabel(), row.First, row.Second, row.Difference, row.Interval, row.Verdict),
        ]).ToEquatableArray());

    /// <summary>Of two detectors on the same images.</summary>
    public static ReportTable Build(IEnumerable<MetricDifference> differences) => new(
        [.. Measured()],
        differences.Select(item => Cells(
            item.Metric.ToLabel(), 100 * item.First, 100 * item.Second, 100 * item.Difference,
            new Interval(100 * item.Interval.Low, 100 * item.Interval.High), item.Verdict).ToEquatableArray()).ToEquatableArray());

    /// <summary>What a comparison comes to, in a line.</summary>
    public static string Summary(IReadOnlyCollection<DifferenceVerdict> verdicts)
    {
        return FormattableString.Invariant(
            $"{Count(DifferenceVerdict.Better)} better, {Count(DifferenceVerdict.Worse)} worse, {Count(DifferenceVerdict.NotShown)} not shown to differ, {Count(DifferenceVerdict.Unknown)} without an interval.");

        int Count(DifferenceVerdict verdict) => verdicts.Count(item => item == verdict);
    }

    private static ReportColumn[] Measured() =>
    [
        new ReportColumn("metric", ColumnAlignment.Left),
        new ReportColumn("first"),
        new ReportColumn("second"),
        new ReportColumn("difference"),
        new ReportColumn("95 % interval"),
        new ReportColumn("verdict", ColumnAlignment.Left),
    ];

    private static ReportCell[] Cells(string metric, double first, double second, double difference, Interval interval, DifferenceVerdict verdict) =>
    [
        new ReportCell(metric),
        new ReportCell(Points.Of(first / 100)),
        new ReportCell(Points.Of(second / 100)),
        new ReportCell(double.IsNaN(difference) ? Points.Absent : Points.Signed(difference / 100)),
        new ReportCell(interval.IsKnown ? $"{Points.Signed(interval.Low / 100)} to {Points.Signed(interval.High / 100)}" : Points.Absent),
        new ReportCell(Word(verdict), verdict is DifferenceVerdict.Better or DifferenceVerdict.Worse),
    ];

    private static string Word(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Better => "better",
        DifferenceVerdict.Worse => "WORSE",
        DifferenceVerdict.NotShown => "not shown to differ",
        DifferenceVerdict.Unknown => "no interval",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
    };
}
