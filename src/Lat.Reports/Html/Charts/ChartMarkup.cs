namespace Lat.Reports;

/// <summary>Renders charts: a place that the script draws in, and the numbers beneath it.</summary>
internal static class ChartMarkup
{
    /// <param name="id">The group's name on the page.</param>
    /// <param name="label">What is chosen.</param>
    /// <param name="charts">The charts; at least one.</param>
    public static HtmlFragment Of(string id, string label, IReadOnlyList<Chart> charts) => Switcher.Of(label, [.. charts.Select((chart, index) => (chart.Name, Figure(id, index, chart)))]);

    private static HtmlFragment Figure(string id, int index, Chart chart) => HtmlFragment.Of(
        $"""
        <figure class="chart">
        <div class="plot" role="img" aria-label="{chart.YLabel} over {chart.XLabel}: {chart.Name}. The numbers are in the table below." data-chart="{id}-{index}"></div>
        {PageJson.Block($"{id}-{index}", Content(chart))}
        <figcaption><details><summary>The same in numbers</summary>{TableMarkup.Of(chart.ToTable(), chart.Name)}</details></figcaption>
        </figure>

        """);

    private static object Content(Chart chart) => new
    {
        x = chart.XLabel,
        y = chart.YLabel,
        unit = chart.IsUnit,
        diagonal = chart.HasDiagonal,
        series = chart.Series.Select(series => new { name = series.Name, tone = series.Tone, dots = series.IsDots, x = series.X, y = series.Y }),
    };
}
