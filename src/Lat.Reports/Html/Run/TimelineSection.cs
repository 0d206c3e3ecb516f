namespace Lat.Reports;

/// <summary>What the pipeline did, stage by stage, and what it cost.</summary>
internal static class TimelineSection
{
    public static PageSection Of(PageRun run) => new(
        "stages",
        "Stages and cost",
        "Each stage with the time that it took when it ran, here or earlier. A reused stage cost nothing this time.",
        run.Results.Stages.Count == 0
            ? PageSection.Absent("This page does not belong to a run, so it knows no stages.")
            : HtmlFragment.Of($"<p>{StageTable.Summary(run.Results.Stages)}.</p>{Kinds(run)}{Rows(run.Results)}{Stages(run)}"));

    private static HtmlFragment Rows(ExperimentResults results) => results.Rows.Count == 0
        ? HtmlFragment.Empty
        : HtmlFragment.Of($"<p>{CostTable.Legend(results.Cost)}</p>{TableMarkup.Of(CostTable.Build(results), "By row of the results")}");

    private static HtmlFragment Kinds(PageRun run)
    {
        var kinds = run.Results.Stages.GroupBy(stage => stage.Kind).Select(kind => (kind.Key, Count: kind.Count(), Seconds: kind.Sum(stage => stage.Seconds)))
            .OrderByDescending(kind => kind.Seconds).ThenBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        var most = kinds.Select(kind => kind.Seconds).Append(1e-9).Max();
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Cost by kind of stage"><table class="tight">
            <caption>By kind</caption><thead><tr><th scope="col">kind</th><th scope="col" class="number">stages</th><th scope="col" class="number">time</th><th scope="col" class="wide"><span class="unseen">time as a bar</span></th></tr></thead>
            <tbody>{kinds.Select(kind => HtmlFragment.Of($"""<tr><th scope="row">{kind.Key}</th><td class="number">{kind.Count}</td><td class="number">{Time(kind.Seconds)}</td><td class="wide"><span class="meter" style="--part:{kind.Seconds / most:0.####}"></span></td></tr>"""))}</tbody></table></div>

            """);
    }

    private static HtmlFragment Stages(PageRun run)
    {
        var most = run.Results.Stages.Select(stage => stage.Seconds).Append(1e-9).Max();
        return HtmlFragment.Of(
            $"""
            <details class="more"><summary>All {run.Results.Stages.Count} stages</summary><div class="scroll" role="region" tabindex="0" aria-label="Stages"><table class="tight">
            <caption class="unseen">Stages</caption><thead><tr><th scope="col">stage</th><th scope="col">outcome</th><th scope="col" class="number">time</th><th scope="col" class="wide"><span class="unseen">time as a bar</span></th><th scope="col" class="number">memory</th><th scope="col" class="number">disk</th><th scope="col">key</th></tr></thead>
            <tbody>{run.Results.Stages.Select(stage => Row(stage, most))}</tbody></table></div></details>

            """);
    }

    private static HtmlFragment Row(StageRecord stage, double most) => HtmlFragment.Of(
        $"""<tr><th scope="row">{stage.Name}</th><td class="muted">{(stage.Outcome == StageOutcome.Ran ? "ran" : "reused")}</td><td class="number">{Time(stage.Seconds)}</td><td class="wide"><span class="meter{(stage.Outcome == StageOutcome.Ran ? "" : " faint")}" style="--part:{stage.Seconds / most:0.####}"></span></td><td class="number">{CostText.Bytes(stage.PeakMemoryBytes)}</td><td class="number">{CostText.Bytes(stage.OutputBytes)}</td><td><code title="{stage.Key.Hex}">{stage.Key.Abbreviated}</code></td></tr>""");

    private static string Time(double seconds) => seconds < 120
        ? FormattableString.Invariant($"{seconds:0.0} s")
        : seconds < 7200 ? FormattableString.Invariant($"{seconds / 60:0.0} min") : FormattableString.Invariant($"{seconds / 3600:0.0} h");
}
