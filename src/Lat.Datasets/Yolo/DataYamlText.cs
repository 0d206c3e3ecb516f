using System.Globalization;
using System.Text;

namespace Lat.Datasets;

/// <summary>The texts of YAML: plain, 'single' and "double" quoted, each with what follows it.</summary>
internal static class DataYamlText
{
    /// <summary>Splits `key: rest`.</summary>
    /// <exception cref="DataYamlException">There is no colon after a key.</exception>
    public static (string Key, string Value) SplitKey(string text, int line)
    {
        var position = 0;
        var key = text.Length > 0 && text[0] is '"' or '\'' ? Quoted(text, ref position, line) : PlainKey(text, ref position);
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (key.Length == 0 || position >= text.Length || text[position] != ':' || (position + 1 < text.Length && text[position + 1] is not (' ' or '\t')))
        {
            throw new DataYamlException(line, $"'{DataYaml.Shorten(text)}' is no 'key: value'", "Write a key, a colon, a blank and the value");
        }

        return (key, text[(position + 1)..].Trim());
    }

    /// <summary>One text that fills its line, up to a comment.</summary>
    /// <exception cref="DataYamlException">The text is of a kind that data.yaml has no use for.</exception>
    public static string Scalar(string text, int line)
    {
        if (text.Length > 0 && text[0] is '"' or '\'')
        {
            var position = 0;
            var quoted = Quoted(text, ref position, line);
            var rest = text[position..].Trim();
            return rest.Length == 0 || rest[0] == '#'
                ? quoted
                : throw new DataYamlException(line, $"'{DataYaml.Shorten(rest)}' follows a quoted text", "Take it away, or put it inside the quotes");
        }

        var plain = WithoutComment(text);
        if (plain.Length > 0 && plain[0] is '&' or '*' or '!' or '|' or '>' or '@' or '`' or '{' or '[')
        {
            throw new DataYamlException(
                line, $"'{DataYaml.Shorten(plain)}' is YAML that data.yaml is not read with", "Write the text plainly, or in quotes");
        }

        return plain is "~" or "null" ? "" : plain;
    }

    /// <summary>A quoted text from its first quote; the position ends after its last.</summary>
    /// <exception cref="DataYamlException">The quote does not end, or an escape is unknown.</exception>
    public static string Quoted(string text, ref int position, int line)
    {
        var quote = text[position++];
        var made = new StringBuilder();
        while (position < text.Length)
        {
            var character = text[position++];
            if (character == '\\' && quote == '"')
            {
                made.Append(Escaped(text, ref position, line));
            }
            else if (character != quote)
            {
                made.Append(character);
            }
            else if (quote == '\'' && position < text.Length && text[position] == '\'')
            {
                made.Append('\'');
                position++;
            }
            else
            {
                return made.ToString();
            }
        }

        throw new DataYamlException(line, $"a text in {quote} does not end on its line", "Close the quote");
    }

    public static string WithoutComment(string text)
    {
        var comment = text.StartsWith('#') ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? text : text[..comment]).Trim();
    }

    private static string PlainKey(string text, ref int position)
    {
        while (position < text.Length && !(text[position] == ':' && (position + 1 == text.Length || text[position + 1] is ' ' or '\t')))
        {
            position++;
        }

        return text[..position].TrimEnd();
    }

    private static char Escaped(string text, ref int position, int line)
    {
        var escape = position < text.Length ? text[position++] : '\0';
        var digits = escape switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (digits > 0 && position + digits <= text.Length
            && ushort.TryParse(text.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            position += digits;
            return (char)code;
        }

        return escape switch
        {
            '"' or '\\' or '/' or ' ' => escape,
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            '0' => '\0',
            _ => throw new DataYamlException(line, $"the escape '\\{escape}' is unknown", "Use single quotes, in which a backslash is itself"),
        };
    }
}
