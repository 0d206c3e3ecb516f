namespace Lat.Reports;

/// <summary>
/// The report of an experiment as one HTML file without a network: what was measured (<see cref="Render"/>, the same bytes for the same
/// content), completed by what the run says of itself (<see cref="Complete"/>).
/// </summary>
public static class HtmlReport
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    /// <summary>The page of what was measured; a whole page already, in which the run's own sections say that there is none.</summary>
    public static string Render(PageContent content)
    {
        PageSection[] sections =
        [
            ScoreSection.Of(content), ClassGainSection.Of(content), ViewerSection.Of(content),
            CorrespondenceSection.Of(content), BoxShiftSection.Of(content), AuditSection.Of(content),
            ErrorSection.Of(content), PrecisionRecallSection.Of(content), CalibrationSection.Of(content),
            TrainingSection.Of(content), DatasetSection.Of(content),
        ];
        PageSection[] ofRun = [TimelineSection.Of(PageRun.None), ProvenanceSection.Of(PageRun.None)];
        var links = sections.Concat(ofRun);
        return HtmlFragment.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="color-scheme" content="light dark">
            {RunSlot.Title.Of(RunHeader.Title(PageRun.None))}
            <style>
            {PageAssets.ChartStyle}
            {PageAssets.Style}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the results</a>
            <header class="top"><p class="brand">Lat <span class="muted">label transfer report</span></p><button type="button" id="theme" hidden>Theme: automatic</button></header>
            <nav aria-label="Sections"><ol>{links.Select(link => HtmlFragment.Of($"""<li><a href="#{link.Id}">{link.Title}</a></li>"""))}</ol></nav>
            <main id="main" tabindex="-1">
            <div class="intro">
            {RunSlot.Header.Of(RunHeader.Of(PageRun.None))}
            </div>
            {(PageAssets.HasCharts ? HtmlFragment.Empty : PageSection.Absent("This Lat was built without its chart library, because npm or the network was missing: charts are shown as tables. Build again with npm to have them drawn."))}
            {sections.Select(section => section.ToMarkup())}{RunSlot.Stages.Of(ofRun[0].ToMarkup())}{RunSlot.Provenance.Of(ofRun[1].ToMarkup())}
            </main>
            <footer><p>Made by Lat. One file, no network.{(PageAssets.HasCharts ? " Charts by uPlot, © Leon Sorokin, MIT licence." : "")}</p></footer>
            <script>
            {PageAssets.ChartLibrary}
            </script>
            <script>
            {PageAssets.Scripts}
            </script>
            </body>
            </html>

            """).Markup;
    }

    /// <summary>The page with the run's name, gates, rows, stages, machine and spec in their places.</summary>
    /// <param name="page">What <see cref="Render"/> made.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="LatException">The text is no such page.</exception>
    public static string Complete(string page, PageRun run) =>
        RunSlot.Provenance.Fill(
            RunSlot.Stages.Fill(
                RunSlot.Rows.Fill(
                    RunSlot.Header.Fill(
                        RunSlot.Title.Fill(page, RunHeader.Title(run)),
                        RunHeader.Of(run)),
                    RowSection.Of(run)),
                TimelineSection.Of(run).ToMarkup()),
            ProvenanceSection.Of(run).ToMarkup());

    /// <summary>Writes a page, aside and then in place.</summary>
    public static void Write(string path, string page) => WholeFile.Write(path, page);
}
