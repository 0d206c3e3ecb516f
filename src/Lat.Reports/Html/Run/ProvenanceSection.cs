namespace Lat.Reports;

/// <summary>What the numbers follow from: the spec, the seeds, the machine, and the content of every input.</summary>
internal static class ProvenanceSection
{
    public static PageSection Of(PageRun run) => new(
        "provenance",
        "Provenance",
        "What the numbers follow from. A stage’s key, in the table above, is the SHA-256 of its code, its fields of the spec, its seed and the content of its inputs.",
        run.Results.Environment.Count == 0 && run.Yaml.Length == 0 && run.Results.Results.Count == 0
            ? PageSection.Absent("This page does not belong to a run, so it knows neither machine nor spec.")
            : HtmlFragment.Of($"{Facts(run.Results)}{Spec(run)}{Inputs(run.Results)}"));

    private static HtmlFragment Facts(ExperimentResults results)
    {
        var facts = results.Environment.OrderBy(fact => fact.Name, StringComparer.Ordinal).Select(fact => (fact.Name, fact.Value))
            .Prepend(("results schema", FormattableString.Invariant($"{results.SchemaVersion}")))
            .Prepend(("seeds", string.Join(", ", results.Results.Select(result => result.Seed.Value).Distinct().Order())));
        return HtmlFragment.Of($"""<dl class="facts">{facts.Select(fact => HtmlFragment.Of($"<div><dt>{fact.Item1}</dt><dd>{fact.Item2}</dd></div>"))}</dl>""");
    }

    private static HtmlFragment Spec(PageRun run) => run.Yaml.Length == 0 ? HtmlFragment.Empty : HtmlFragment.Of(
        $"""<details class="more"><summary>The experiment, every default filled in</summary><pre tabindex="0"><code>{run.Yaml}</code></pre></details>""");

    private static HtmlFragment Inputs(ExperimentResults results)
    {
        var rows = from result in results.Ordered().Results
                   from input in result.Inputs
                   select (EquatableArray<ReportCell>)
                   [
                       new ReportCell($"{result.Method} on {result.Target}, seed {result.Seed}"), new ReportCell(input.Name), new ReportCell(input.Hash.Hex),
                   ];
        var table = new ReportTable(
            [new ReportColumn("measurement", ColumnAlignment.Left), new ReportColumn("input", ColumnAlignment.Left), new ReportColumn("SHA-256", ColumnAlignment.Left)],
            rows.ToEquatableArray());
        return table.Rows.Count == 0
            ? HtmlFragment.Empty
            : HtmlFragment.Of($"""<details class="more hashes"><summary>Content of every input of the measurements</summary>{TableMarkup.Of(table, "Inputs by content")}</details>""");
    }
}
