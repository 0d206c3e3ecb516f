namespace Lat.Reports;

/// <summary>How boxes moved: for the commonest pairs of classes the source's box and, drawn to it, the mean label.</summary>
internal static class BoxShiftSection
{
    private const int PairsShown = 12;
    private const int LeastCount = 5;

    public static PageSection Of(PageContent content) => new(
        "box-shifts",
        "Box shifts",
        "Two datasets draw the same thing differently. Dashed: the source’s box. Solid: the mean label made from it. Shaded: one standard deviation of its size.",
        content.Alignments.Count == 0
            ? PageSection.Absent("No transferred labels are at hand, so there are no shifts.")
            : Switcher.Of("Transfer", [.. content.Alignments.Select(item => (TransferName.Of(item), Plots(item)))]));

    private static HtmlFragment Plots(TransferAlignment item)
    {
        var shown = item.Alignment.Shifts.Where(shift => shift.Count >= LeastCount).OrderByDescending(shift => shift.Count)
            .ThenBy(shift => shift.SourceClass).ThenBy(shift => shift.TargetClass).Take(PairsShown).ToList();
        return shown.Count == 0
            ? PageSection.Absent(FormattableString.Invariant($"In {TransferName.Of(item)} no pair of classes has {LeastCount} labels."))
            : HtmlFragment.Of($"""<div class="shifts">{shown.Select(BoxShiftPlot.Of)}</div>""");
    }
}
