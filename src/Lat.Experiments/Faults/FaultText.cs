using System.Globalization;
using System.Text;

namespace Lat.Experiments;

/// <summary>How faults show what stands in a file.</summary>
internal static class FaultText
{
    private const int LongestQuote = 60;

    /// <summary>A text in single quotes, on one line, without control characters, cut after 60.</summary>
    public static string Quote(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var character in text.Length > LongestQuote ? text[..LongestQuote] : text)
        {
            _ = character switch
            {
                '\n' => shown.Append("\\n"),
                '\r' => shown.Append("\\r"),
                '\t' => shown.Append("\\t"),
                _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' =>
                    shown.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => shown.Append(character),
            };
        }

        return shown.Append(text.Length > LongestQuote ? "…'" : "'").ToString();
    }

    /// <summary>What a constructor says of an argument, without the words that the framework adds for programmers.</summary>
    public static string Refusal(ArgumentException refusal)
    {
        var end = refusal.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return (end < 0 ? refusal.Message : refusal.Message[..end]).ReplaceLineEndings(" ").TrimEnd('.');
    }

    /// <summary>`1 fault`, `2 faults`.</summary>
    public static string Count(long count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
