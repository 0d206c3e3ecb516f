namespace Lat.Imaging;

/// <summary>What lies where in a pack.</summary>
internal sealed class PackIndex
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public PackIndex(IReadOnlyList<PackEntry> entries)
    {
        Entries = entries;
        FileNames = [.. entries.Select(entry => entry.FileName)];
        for (var position = 0; position < entries.Count; position++)
        {
            _positions.Add(entries[position].FileName, position);
        }
    }

    public IReadOnlyList<PackEntry> Entries { get; }

    public IReadOnlyList<string> FileNames { get; }

    public int? IndexOf(string fileName) => _positions.TryGetValue(fileName, out var position) ? position : null;
}
