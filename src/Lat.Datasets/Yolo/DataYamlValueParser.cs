namespace Lat.Datasets;

/// <summary>Reads the value of one key of data.yaml.</summary>
internal static class DataYamlValueParser
{
    private const string Remedy = "Write one text, a list (`- name`), or a map (`0: name`)";

    /// <exception cref="DataYamlException">The value is of a kind that data.yaml has no use for.</exception>
    public static DataYamlValue? Parse(DataYamlEntry entry)
    {
        var below = entry.Below.Select(line => (line.Line, Text: line.Text.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#').ToList();
        var inline = entry.Inline.StartsWith('#') ? "" : entry.Inline;
        if (inline.StartsWith('[') || inline.StartsWith('{'))
        {
            var lines = below.Prepend((entry.Line, Text: inline)).Select(line => WithoutTrailingComment(line.Text));
            return new DataYamlFlow(string.Join(" ", lines), entry.Line).Parse();
        }

        if (inline.Length > 0)
        {
            return below.Count == 0
                ? new DataYamlValue(entry.Line) { Text = DataYamlText.Scalar(inline, entry.Line) }
                : throw new DataYamlException(below[0].Line, $"'{entry.Key}' has a text that goes on over several lines", Remedy);
        }

        return below.Count == 0 ? null : Block(entry, below);
    }

    private static DataYamlValue Block(DataYamlEntry entry, List<(int Line, string Text)> below)
    {
        var indents = entry.Below.Where(line => line.Text.Trim() is { Length: > 0 } text && text[0] != '#')
            .Select(line => line.Text.Length - line.Text.TrimStart().Length).Distinct().ToList();
        if (indents.Count > 1 || entry.Below.Any(line => line.Text.Contains('\t')))
        {
            throw new DataYamlException(below[0].Line, $"the lines below '{entry.Key}' do not stand at one margin", Remedy + ", with blanks only");
        }

        if (below.TrueForAll(line => line.Text == "-" || line.Text.StartsWith("- ", StringComparison.Ordinal)))
        {
            return new DataYamlValue(entry.Line)
            {
                Items = below.ConvertAll(line => DataYamlText.Scalar(line.Text[1..].TrimStart(), line.Line)),
            };
        }

        var pairs = below.ConvertAll(line =>
        {
            var (key, rest) = DataYamlText.SplitKey(line.Text, line.Line);
            return (key, DataYamlText.Scalar(rest, line.Line));
        });
        return new DataYamlValue(entry.Line) { Pairs = pairs };
    }

    private static string WithoutTrailingComment(string text) =>
        text.Contains('"') || text.Contains('\'') ? text : DataYamlText.WithoutComment(text);
}
