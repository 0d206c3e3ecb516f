using Lat.Core;

namespace Lat.Experiments;

/// <summary>Keys and their values, each key once, in the order of the file.</summary>
public sealed class MappingNode : SpecNode
{
    private readonly Dictionary<string, MappingEntry> _byKey;

    internal MappingNode(FilePosition position, EquatableArray<MappingEntry> entries)
        : base(position, 1 + entries.Sum(entry => entry.Value.Size), 1 + entries.Select(entry => entry.Value.Height).DefaultIfEmpty().Max())
    {
        Entries = entries;
        _byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    }

    public EquatableArray<MappingEntry> Entries { get; }

    internal override string Description => "a mapping";

    /// <summary>The entry of a key, or null.</summary>
    public MappingEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    internal bool TryGetText(string key, out string text)
    {
        text = Find(key)?.Value is ScalarNode scalar ? scalar.Text : "";
        return Find(key)?.Value is ScalarNode;
    }

    /// <summary>The mapping with one entry put in: in the place of the key's own, or last.</summary>
    internal MappingNode With(MappingEntry entry) => new(Position, Find(entry.Key) is null
        ? [.. Entries, entry]
        : [.. Entries.Select(own => own.Key == entry.Key ? entry : own)]);

    internal MappingNode Without(string key) => new(Position, [.. Entries.Where(entry => entry.Key != key)]);
}
