namespace Lat.Datasets;

/// <summary>Reads `[a, "b"]` and `{0: a, 1: b}`, which may go on over several lines.</summary>
internal sealed class DataYamlFlow(string text, int line)
{
    private int _position;

    /// <exception cref="DataYamlException">The list or map does not end, or holds another one.</exception>
    public DataYamlValue Parse()
    {
        var isMap = text[_position++] == '{';
        var end = isMap ? '}' : ']';
        var items = new List<string>();
        var pairs = new List<(string, string)>();
        while (true)
        {
            SkipBlanks();
            if (Current == end)
            {
                break;
            }

            var first = ReadText(end, isMap);
            if (isMap)
            {
                Expect(':');
                SkipBlanks();
                pairs.Add((first, ReadText(end, isMap: false)));
            }
            else
            {
                items.Add(first);
            }

            SkipBlanks();
            if (Current != end)
            {
                Expect(',');
            }
        }

        var rest = text[(_position + 1)..].Trim();
        if (rest.Length > 0 && rest[0] != '#')
        {
            throw new DataYamlException(line, $"'{DataYaml.Shorten(rest)}' follows a list or map that has ended", "Take it away");
        }

        return isMap ? new DataYamlValue(line) { Pairs = pairs } : new DataYamlValue(line) { Items = items };
    }

    private char Current => _position < text.Length
        ? text[_position]
        : throw new DataYamlException(line, "a list or map that begins here does not end", "Close it with ] or }");

    private void SkipBlanks()
    {
        while (Current == ' ')
        {
            _position++;
        }
    }

    private void Expect(char character)
    {
        if (Current != character)
        {
            throw new DataYamlException(
                line, $"'{DataYaml.Shorten(text[_position..])}' stands where '{character}' is expected", "Write a flat list [a, b] or map {0: a}");
        }

        _position++;
    }

    private string ReadText(char end, bool isMap)
    {
        if (Current is '"' or '\'')
        {
            var quoted = DataYamlText.Quoted(text, ref _position, line);
            SkipBlanks();
            return quoted;
        }

        var start = _position;
        while (Current != ',' && Current != end && !(isMap && Current == ':'))
        {
            _position++;
        }

        var plain = text[start.._position].Trim();
        return plain.Length > 0 && plain[0] is '[' or '{' or '&' or '*' or '!'
            ? throw new DataYamlException(line, $"'{DataYaml.Shorten(plain)}' is no plain text", "Write a flat list [a, b] or map {0: a}")
            : plain;
    }
}
