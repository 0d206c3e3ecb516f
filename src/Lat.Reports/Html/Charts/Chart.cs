namespace Lat.Reports;

/// <summary>Lines over one axis.</summary>
/// <param name="Name">What is chosen to see it, among the charts of a group.</param>
/// <param name="XLabel">What the horizontal axis shows, with its unit.</param>
/// <param name="YLabel">What the vertical axis shows.</param>
/// <param name="Series">The lines.</param>
internal sealed record Chart(string Name, string XLabel, string YLabel, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Both axes from 0 to 1. Default false: as the data reach.</summary>
    public bool IsUnit { get; init; }

    /// <summary>Draw the diagonal, where a perfect curve lies. Default false.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>The same as numbers, at a few places of the horizontal axis: for readers without eyes, script or chart library.</summary>
    public ReportTable ToTable(int rows = 11)
    {
        var places = Series.SelectMany(series => series.X).Distinct().Order().ToList();
        var chosen = places.Count <= rows ? places : [.. Enumerable.Range(0, rows).Select(row => places[row * (places.Count - 1) / (rows - 1)])];
        return new ReportTable(
            [new ReportColumn(XLabel), .. Series.Select(series => new ReportColumn(series.Name))],
            chosen.Select(x => Series.Select(series => Text(series.At(x))).Prepend(Text(x)).Select(text => new ReportCell(text)).ToEquatableArray()).ToEquatableArray());
    }

    private static string Text(double? value) => value is { } number ? FormattableString.Invariant($"{number:0.###}") : Points.Absent;
}
