namespace Lat.Reports;

/// <summary>What each row of the results trained on, and where the experiment departs from the publication beside it.</summary>
internal static class RowSection
{
    public static HtmlFragment Of(PageRun run) => HtmlFragment.Of($"{Settings(run)}{Rows(run.Results)}");

    private static HtmlFragment Settings(PageRun run) => run.Deviations.Count == 0
        ? HtmlFragment.Empty
        : TableMarkup.Of(SettingTable.Build(run.Deviations), "Settings that differ from the publication");

    private static HtmlFragment Rows(ExperimentResults results) => results.Rows.Count == 0
        ? HtmlFragment.Empty
        : HtmlFragment.Of($"""<div class="wordy">{TableMarkup.Of(RowTable.Build(results), "What each row trained on")}</div>""");
}
