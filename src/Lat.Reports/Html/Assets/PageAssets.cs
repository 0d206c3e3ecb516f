namespace Lat.Reports;

/// <summary>The style sheet and the scripts that are put into the page; the chart library only where the build could fetch it.</summary>
internal static class PageAssets
{
    public static HtmlFragment Style => Read("page.css");

    public static HtmlFragment Scripts => HtmlFragment.Join([Read("page.js"), Read("charts.js"), Read("viewer.js")]);

    /// <summary>Whether the build had the library (docs/report.md); without it the page shows numbers in place of charts.</summary>
    public static bool HasCharts => typeof(PageAssets).Assembly.GetManifestResourceInfo("uPlot.iife.min.js") is not null;

    public static HtmlFragment ChartStyle => HasCharts ? Read("uPlot.min.css") : HtmlFragment.Empty;

    /// <summary>The library under its licence, which asks that its text goes along.</summary>
    public static HtmlFragment ChartLibrary => HasCharts
        ? HtmlFragment.Join([HtmlFragment.Trusted("/*\n"), Read("uPlot.LICENSE"), HtmlFragment.Trusted("*/\n"), Read("uPlot.iife.min.js")])
        : HtmlFragment.Empty;

    private static HtmlFragment Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its part '{name}'.");
        using var reader = new StreamReader(stream);
        return HtmlFragment.Trusted(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
