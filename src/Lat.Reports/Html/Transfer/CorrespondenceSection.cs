namespace Lat.Reports;

/// <summary>Which source class became which target class, as a matrix for every transfer.</summary>
internal static class CorrespondenceSection
{
    private const double DeepFrom = 0.55; // where the text on a cell turns light

    public static PageSection Of(PageContent content) => new(
        "correspondence",
        "Label spaces",
        "Rows are classes of the source, columns classes of the target: what became of 100 boxes of the source class, by the labels that a training would use. A box that was split counts once for each of its labels; “none” stands for boxes without a label.",
        content.Alignments.Count == 0
            ? PageSection.Absent("No transferred labels are at hand, so there is no correspondence.")
            : Switcher.Of("Transfer", [.. content.Alignments.Select(item => (TransferName.Of(item), Matrix(item)))]));

    private static HtmlFragment Matrix(TransferAlignment item)
    {
        var (name, alignment) = (TransferName.Of(item), item.Alignment);
        var heads = alignment.TargetClasses.Select(column => TableMarkup.Name(column.Value)).Append(HtmlFragment.Of($"<em>none</em>"));
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Correspondence, {name}"><table class="matrix">
            <caption>{name}</caption>
            <thead><tr><td></td>{heads.Select(head => HtmlFragment.Of($"""<th scope="col"><span>{head}</span></th>"""))}</tr></thead>
            <tbody>{alignment.SourceClasses.Select((row, index) => Row(TableMarkup.Name(row.Value), alignment.CoOccurrence[index]))}</tbody>
            </table></div>
            <p class="muted">{Outcomes(alignment.Outcomes)}.</p>

            """);
    }

    private static HtmlFragment Row(HtmlFragment name, EquatableArray<int> counts)
    {
        var boxes = Math.Max(1, counts.Sum());
        return HtmlFragment.Of($"""<tr><th scope="row">{name}</th>{counts.Select((count, column) => Cell(count, (double)count / boxes, column == counts.Count - 1))}</tr>""");
    }

    private static HtmlFragment Cell(int count, double part, bool isNone)
    {
        var kind = (isNone ? "none " : "") + (part > DeepFrom ? "deep" : "");
        return count == 0
            ? HtmlFragment.Of($"""<td class="empty">·</td>""")
            : HtmlFragment.Of($"""<td class="{kind}" style="--part:{part:0.###}" title="{count}">{100 * part:0}</td>""");
    }

    private static string Outcomes(AlignmentOutcomes counts) => FormattableString.Invariant(
        $"{counts.Kept} boxes kept, {counts.Relabelled} relabelled, {counts.Split} split, {counts.Merged} merged, {counts.Dropped} dropped; {counts.Added} labels added");
}
