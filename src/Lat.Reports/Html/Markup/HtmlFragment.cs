namespace Lat.Reports;

/// <summary>A piece of HTML in which every text that came from data is escaped: it can be made from an interpolated string alone.</summary>
internal readonly record struct HtmlFragment
{
    private readonly string? _markup;

    private HtmlFragment(string markup) => _markup = markup;

    public static HtmlFragment Empty => default;

    public string Markup => _markup ?? "";

    /// <summary>The literal parts are markup; texts in the holes are escaped, fragments stand as they are, numbers are invariant.</summary>
    public static HtmlFragment Of(HtmlInterpolation text) => new(text.ToMarkup());

    /// <summary>Markup of our own: a style sheet, a script, or JSON whose writer escapes angle brackets.</summary>
    public static HtmlFragment Trusted(string markup) => new(markup);

    public static HtmlFragment Join(IEnumerable<HtmlFragment> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;
}
