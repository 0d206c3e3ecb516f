namespace Lat.Datasets;

/// <summary>
/// Reads the part of YAML that data.yaml files are written in: top-level keys with a text, a list or a map of texts, in block or flow
/// style, quoted or plain, with comments. Keys that nobody asks for may hold anything, such as a download script.
/// </summary>
internal sealed class DataYaml
{
    private readonly Dictionary<string, DataYamlEntry> _entries;

    private DataYaml(Dictionary<string, DataYamlEntry> entries) => _entries = entries;

    /// <summary>Finds the top-level keys.</summary>
    /// <exception cref="DataYamlException">A line at the left margin is neither a key nor a comment, or a key stands twice.</exception>
    public static DataYaml Parse(string content)
    {
        var entries = new Dictionary<string, DataYamlEntry>(StringComparer.Ordinal);
        DataYamlEntry? last = null;
        var number = 0;
        foreach (var text in content.Split('\n').Select(line => line.TrimEnd()))
        {
            number++;
            if (number == 1 && text is "---" || text.StartsWith('#') || text.StartsWith("%YAML", StringComparison.Ordinal))
            {
                continue;
            }

            if (IsBelow(text))
            {
                last?.Below.Add((number, text));
                if (last is null && text.Trim().Length > 0)
                {
                    throw new DataYamlException(number, $"'{Shorten(text)}' belongs to no key", "Begin the file with a key at the left margin");
                }
            }
            else
            {
                last = ParseKey(text, number);
                if (!entries.TryAdd(last.Key, last))
                {
                    throw new DataYamlException(number, $"'{last.Key}' stands twice", "Leave one of the two lines");
                }
            }
        }

        return new DataYaml(entries);
    }

    /// <summary>The value of a key; null where the key is missing or has no value.</summary>
    /// <exception cref="DataYamlException">The value is of a kind that data.yaml has no use for.</exception>
    public DataYamlValue? Find(string key) => _entries.TryGetValue(key, out var entry) ? DataYamlValueParser.Parse(entry) : null;

    /// <summary>The line of a key, from 1; 0 where it is missing.</summary>
    public int LineOf(string key) => _entries.GetValueOrDefault(key)?.Line ?? 0;

    internal static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static bool IsBelow(string text) => text.Length == 0 || text[0] is ' ' or '\t' or ']' or '}' || text is "-" || text.StartsWith("- ", StringComparison.Ordinal);

    private static DataYamlEntry ParseKey(string text, int line)
    {
        var (key, rest) = DataYamlText.SplitKey(text, line);
        return new DataYamlEntry(key, line, rest, []);
    }
}
