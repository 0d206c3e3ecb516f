namespace Lat.Core;

/// <summary>Makes maps from names to things.</summary>
public static class NamedMap
{
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public static NamedMap<T> Create<T>(params IEnumerable<(string Name, T Value)> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
}
