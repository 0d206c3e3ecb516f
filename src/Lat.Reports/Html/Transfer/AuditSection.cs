using System.Globalization;

namespace Lat.Reports;

/// <summary>How right transferred labels are, where the truth is known.</summary>
internal static class AuditSection
{
    public static PageSection Of(PageContent content) => new(
        "audit",
        "Audit of the labels",
        "Transferred labels against the truth: a label is right where it matches a true object of its class with IoU of at least 0.50. Percentages are of all labels, of any confidence, or of all true objects.",
        content.Results.Transfers.Count == 0
            ? PageSection.Absent("The true labels of these datasets are not known, so labels cannot be audited. AP of the detectors trained on them is the judge.")
            : HtmlFragment.Of($"{TableMarkup.Of(TransferTable.Build(content.Results), "Transferred labels against the truth")}<h3>By convention</h3><p>Objects with a shorter side of at least {ConversionTable.MinimumSide.ToString(CultureInfo.InvariantCulture)} pixels that became all that they should and nothing else, by the labels sure enough to be trained on.</p>{Conversions(content)}<h3>By source class</h3><p>Boxes done right of those that the truth asks to be kept, relabelled, split, merged or dropped.</p>{Sources(content)}"));

    private static HtmlFragment Conversions(PageContent content) => Switcher.Of("Direction", [.. content.Results.Ordered().Transfers
        .GroupBy(item => $"{item.Source} → {item.Target}")
        .Select(group => (group.Key, TableMarkup.Of(ConversionTable.Build(group), group.Key)))]);

    private static HtmlFragment Sources(PageContent content) => Switcher.Of("Transfer", [.. content.Results.Ordered().Transfers
        .GroupBy(item => TransferName.Of(item.Source, item.Target, item.Method))
        .Select(group => (group.Key, TableMarkup.Of(SourceClassTable.Build(group.Select(item => item.Audit)), group.Key)))]);
}
