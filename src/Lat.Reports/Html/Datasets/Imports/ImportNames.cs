namespace Lat.Reports;

/// <summary>Names what the imports of a dataset found, the first few of each sort: identical, similar and broken images, and warnings.</summary>
internal static class ImportNames
{
    private const int MaxShown = 10;

    public static HtmlFragment Of(DatasetImport import) => HtmlFragment.Join(
        new[] { ("training", import.Train), ("validation", import.Validation) }.SelectMany(set => OfSet(set.Item1, set.Item2)));

    private static IEnumerable<HtmlFragment> OfSet(string set, ImportFacts facts) =>
    [
        List($"Identical images in {set}", facts.IdenticalImages.Groups, facts.IdenticalImages.Named.Select(Together)),
        List($"Similar images in {set}", facts.SimilarImages.Groups, facts.SimilarImages.Named.Select(Together)),
        List($"Broken images in {set}", facts.BrokenImages.Count, facts.BrokenImages.Named),
        List($"Warnings of {set}", facts.Warnings.Count, facts.Warnings.Named),
    ];

    private static string Together(EquatableArray<string> group) =>
        string.Join(", ", group.Take(MaxShown)) + (group.Count > MaxShown ? ", …" : "");

    private static HtmlFragment List(string what, long count, IEnumerable<string> named)
    {
        var shown = named.Take(MaxShown).ToList();
        return shown.Count == 0 ? HtmlFragment.Empty : HtmlFragment.Of(
            $"""
            <details class="more"><summary>{what}</summary><ul class="names">{shown.Select(name => HtmlFragment.Of($"<li>{TableMarkup.Name(name)}</li>"))}{Rest(count - shown.Count)}</ul></details>

            """);
    }

    private static HtmlFragment Rest(long more) =>
        more <= 0 ? HtmlFragment.Empty : HtmlFragment.Of($"""<li class="muted">{FormattableString.Invariant($"and {more} more; the import’s card.json names up to 100")}</li>""");
}
