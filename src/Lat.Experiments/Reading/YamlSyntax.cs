using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lat.Experiments;

/// <summary>Says in plain words, and at the place to repair, what the parser could not read.</summary>
internal static class YamlSyntax
{
    private static readonly (string Part, string Words)[] Known =
    [
        ("found invalid mapping", "': ' inside a plain value; quote the value, or repair the indentation"),
        ("found unexpected end of stream", "a quote is opened here and never closed"),
        ("found wrong indentation", "a quote is opened here and not closed before the indentation ends"),
        ("unknown escape character", "unknown escape in double quotes; write '\\\\' for a backslash, or use single quotes"),
        ("did not find expected '-' indicator", "expected '- ' as in the lines above, or another indentation"),
        ("did not find expected key", "expected 'key: value' at this indentation"),
        ("did not find expected node content", "expected a value"),
        ("Block sequence entries are not allowed", "a list begins on the line after its key"),
        ("found undefined tag handle", "tags ('!…') are not used in experiments; remove it"),
        ("scanning a tag", "tags ('!…') are not used in experiments; remove it"),
        ("directive", "directives ('%…') are not used in experiments; remove it"),
        ("an anchor or alias", "'&' and '*' begin an anchor or alias; quote the value if it is text"),
    ];

    /// <param name="fault">What the parser threw.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="last">The end of what was read before, for faults that carry no place.</param>
    /// <param name="open">The lists and mappings not yet ended, innermost first.</param>
    public static (string Message, Mark Place) Explain(Exception fault, string text, Mark last, IReadOnlyCollection<NodeEvent> open)
    {
        var start = (fault as YamlException)?.Start ?? last;
        if (fault.Message.Contains("tab", StringComparison.Ordinal) && FindTab(text, start.Line) is { } tab)
        {
            return ("a tab indents this line; use spaces", tab);
        }

        if (OpenBracket(open) is { } bracket
            && (fault is not YamlException || fault.Message.Contains("expected ',' or", StringComparison.Ordinal)))
        {
            return ($"this '{bracket.Opening}' has no '{bracket.Closing}', or a ',' is missing after it", bracket.Start);
        }

        if (fault.Message.Contains("cannot start any token", StringComparison.Ordinal))
        {
            var character = start.Index < text.Length ? text[(int)start.Index].ToString() : "";
            return ($"a value cannot begin with {FaultText.Quote(character)}; quote it", start);
        }

        foreach (var (part, words) in Known)
        {
            if (fault.Message.Contains(part, StringComparison.Ordinal))
            {
                return (words, start);
            }
        }

        return ($"this is not YAML: {fault.Message.TrimEnd('.')}", start);
    }

    private static (char Opening, char Closing, Mark Start)? OpenBracket(IEnumerable<NodeEvent> open) => open.FirstOrDefault() switch
    {
        SequenceStart { Style: SequenceStyle.Flow } list => ('[', ']', list.Start),
        MappingStart { Style: MappingStyle.Flow } mapping => ('{', '}', mapping.Start),
        _ => null,
    };

    /// <summary>The first tab in the indentation of a line from the given one on.</summary>
    private static Mark? FindTab(string text, long fromLine)
    {
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            line++;
            var indentation = content.Length - content.TrimStart(' ', '\t').Length;
            var tab = content.IndexOf('\t', StringComparison.Ordinal);
            if (line >= fromLine && tab >= 0 && tab < indentation && content.TrimEnd().Length > 0)
            {
                return new Mark(0, line, tab + 1);
            }
        }

        return null;
    }
}
