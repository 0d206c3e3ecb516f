using System.Text;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Everything that a computation's code consists of: the methods and types that it reaches, each with the hash of its content, and the
/// packages that it calls. Two listings are equal exactly where no reachable code differs.
/// </summary>
public sealed class CodeListing
{
    private readonly byte[] _text;

    private CodeListing(EquatableArray<CodeEntry> entries, byte[] text)
    {
        (Entries, _text) = (entries, text);
        Identity = ContentHash.Of(text);
    }

    /// <summary>In ordinal order of the names, no name twice.</summary>
    public EquatableArray<CodeEntry> Entries { get; }

    /// <summary>The SHA-256 of the listing's text: the identity of the code.</summary>
    public ContentHash Identity { get; }

    /// <summary>The listing as UTF-8, one line an entry: the value, a tab, the name.</summary>
    public ReadOnlyMemory<byte> Text => _text;

    /// <param name="entries">In any order; equal ones count once.</param>
    /// <exception cref="ArgumentException">One name has two values, or holds a line break or a tab.</exception>
    public static CodeListing Of(IEnumerable<CodeEntry> entries)
    {
        var sorted = entries.Distinct().OrderBy(entry => entry.Name, StringComparer.Ordinal).ToEquatableArray();
        for (var index = 1; index < sorted.Count; index++)
        {
            if (sorted[index].Name == sorted[index - 1].Name)
            {
                throw new ArgumentException($"'{sorted[index].Name}' is {sorted[index - 1].Value} and {sorted[index].Value}.", nameof(entries));
            }
        }

        var text = new StringBuilder();
        foreach (var entry in sorted)
        {
            if (entry.Name.AsSpan().ContainsAny('\n', '\t', '\r') || entry.Value.AsSpan().ContainsAny('\n', '\t', '\r'))
            {
                throw new ArgumentException($"The entry '{entry}' is more than a line.", nameof(entries));
            }

            text.Append(entry.Value).Append('\t').Append(entry.Name).Append('\n');
        }

        return new CodeListing(sorted, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads what <see cref="Text"/> gives.</summary>
    /// <returns>Null where the text is no listing.</returns>
    public static CodeListing? TryParse(ReadOnlySpan<byte> text)
    {
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        var entries = new List<CodeEntry>(lines.Length);
        foreach (var line in lines[..^1])
        {
            if (line.Split('\t') is not [var value, var name] || (entries.Count > 0 && string.CompareOrdinal(entries[^1].Name, name) >= 0))
            {
                return null;
            }

            entries.Add(new CodeEntry(name, value));
        }

        return lines[^1].Length == 0 ? new CodeListing(entries.ToEquatableArray(), text.ToArray()) : null;
    }

    /// <summary>What of the code differs between two listings, in ordinal order of the names.</summary>
    public static EquatableArray<KeyDifference> Compare(CodeListing before, CodeListing now)
    {
        var (old, current) = (before.ToDictionary(), now.ToDictionary());
        return old.Keys.Union(current.Keys).Order(StringComparer.Ordinal)
            .Select(name => new KeyDifference(DifferenceKind.Code, name, old.GetValueOrDefault(name), current.GetValueOrDefault(name)))
            .Where(difference => difference.Old != difference.New)
            .ToEquatableArray();
    }

    private Dictionary<string, string> ToDictionary() => Entries.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
}
