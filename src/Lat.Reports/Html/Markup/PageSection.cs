namespace Lat.Reports;

/// <summary>One section of the page: a landmark with a heading and a place in the navigation.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">How to read it, in a sentence or two.</param>
/// <param name="Body">What it shows.</param>
internal sealed record PageSection(string Id, string Title, string Lead, HtmlFragment Body)
{
    public HtmlFragment ToMarkup() => HtmlFragment.Of(
        $"""
        <section id="{Id}" aria-labelledby="{Id}-title">
        <h2 id="{Id}-title">{Title}</h2>
        <p class="lead">{Lead}</p>
        {Body}
        </section>

        """);

    /// <summary>What stands where there is nothing to show.</summary>
    public static HtmlFragment Absent(string why) => HtmlFragment.Of($"""<p class="absent">{why}</p>""");
}
