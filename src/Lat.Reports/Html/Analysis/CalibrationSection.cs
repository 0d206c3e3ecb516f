namespace Lat.Reports;

/// <summary>How far a score may be taken as a probability.</summary>
internal static class CalibrationSection
{
    public static PageSection Of(PageContent content) => new(
        "calibration",
        "Calibration",
        "Of the detections with about the same score, how many are right (IoU of at least 0.50 with an object of the class). On the diagonal a score is a probability; below it the detector is too sure.",
        content.Analysed.Any(item => item.Analysis!.Calibration.Count > 0)
            ? HtmlFragment.Of($"{ChartMarkup.Of("calibration", "Target", [.. content.Analysed.GroupBy(item => item.Target).Select(Chart)])}{TableMarkup.Of(Table(content), "Expected calibration error, in points; less is better")}")
            : PageSection.Absent("No calibration was measured."));

    private static Chart Chart(IGrouping<DatasetName, MethodResult> target) => new(
        target.Key.Value,
        "score",
        "part that is right",
        [.. target.GroupBy(item => item.Method).Select(method => Series(method.First()))])
    {
        IsUnit = true,
        HasDiagonal = true,
    };

    /// <summary>The first seed's bins: those of several hold other scores and have no mean.</summary>
    private static ChartSeries Series(MethodResult item)
    {
        var filled = item.Analysis!.Calibration.Bins.Where(bin => bin.Count > 0).ToList();
        return new ChartSeries(
            item.Method, item.Method, [.. filled.Select(bin => Math.Round(bin.MeanScore, 4))], [.. filled.Select(bin => (double?)Math.Round(bin.Precision, 4))]);
    }

    private static ReportTable Table(PageContent content)
    {
        var targets = content.Analysed.Select(item => item.Target).Distinct().ToList();
        return new ReportTable(
            [new ReportColumn("method", ColumnAlignment.Left), .. targets.Select(target => new ReportColumn(target.Value))],
            content.Analysed.GroupBy(item => item.Method).Select(method => targets
                .Select(target => Points.Of(SeedStatistics.Of(method.Where(item => item.Target == target).Select(item => item.Analysis!.Calibration.ExpectedError)).Mean))
                .Prepend(method.Key).Select(text => new ReportCell(text)).ToEquatableArray()).ToEquatableArray());
    }
}
