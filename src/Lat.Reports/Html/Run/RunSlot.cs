namespace Lat.Reports;

/// <summary>A place of the page that the run fills in. Its marks are comments, which no text from data can hold: it is escaped.</summary>
internal sealed record RunSlot(string Name)
{
    public static RunSlot Title { get; } = new("title");

    public static RunSlot Header { get; } = new("header");

    public static RunSlot Rows { get; } = new("rows");

    public static RunSlot Stages { get; } = new("stages");

    public static RunSlot Provenance { get; } = new("provenance");

    private string Begin => $"<!--run:{Name}-->";

    private string End => $"<!--/run:{Name}-->";

    public HtmlFragment Of(HtmlFragment content) => HtmlFragment.Join([HtmlFragment.Trusted(Begin), content, HtmlFragment.Trusted(End)]);

    /// <exception cref="LatException">The page has no such place.</exception>
    public string Fill(string page, HtmlFragment content)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? string.Concat(page.AsSpan(0, begin + Begin.Length), content.Markup, page.AsSpan(end))
            : throw new LatException($"Not a page of a report: it has no place for the run's {Name}. Run the experiment's report again.");
    }
}
