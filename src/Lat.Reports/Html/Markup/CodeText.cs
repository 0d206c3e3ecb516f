namespace Lat.Reports;

/// <summary>A text in which names of fields stand between backticks, as in the documentation of the formats.</summary>
internal static class CodeText
{
    public static HtmlFragment Of(string text)
    {
        var parts = text.Split('`');
        return parts.Length % 2 == 0
            ? HtmlFragment.Of($"{text}")
            : HtmlFragment.Join(parts.Select((part, index) => index % 2 == 0 ? HtmlFragment.Of($"{part}") : HtmlFragment.Of($"<code>{part}</code>")));
    }
}
