using Lat.Core;

namespace Lat.Datasets;

/// <summary>Counts what happens while a dataset is written.</summary>
public sealed class WriteCounts
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The boxes that were written.</summary>
    public long Boxes { get; set; }

    public void Count(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;

    public NamedMap<long> ToMap() => new(_counts);
}
