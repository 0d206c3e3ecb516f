using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lat.Core;

/// <summary>
/// An immutable map from names to things, in ordinal order of the names whatever order they were given in. Equal to another with equal
/// names and things, so that records holding it compare by content.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A map is what the file and the method call it; a suffix says nothing more.")]
public sealed class NamedMap<T> : IReadOnlyDictionary<string, T>, IEquatable<NamedMap<T>>
{
    private readonly string[] _names;
    private readonly T[] _values;

    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public NamedMap(IEnumerable<KeyValuePair<string, T>> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        _names = [.. sorted.Select(entry => entry.Key)];
        _values = [.. sorted.Select(entry => entry.Value)];
        for (var index = 1; index < _names.Length; index++)
        {
            if (_names[index] == _names[index - 1])
            {
                throw new ArgumentException($"The name '{_names[index]}' is given twice.");
            }
        }
    }

    public static NamedMap<T> Empty { get; } = new([]);

    public int Count => _names.Length;

    /// <summary>The names in ordinal order.</summary>
    public IEnumerable<string> Keys => _names.AsEnumerable();

    /// <summary>The things in the order of their names.</summary>
    public IEnumerable<T> Values => _values.AsEnumerable();

    /// <exception cref="KeyNotFoundException">Nothing has the name; the message lists the names there are.</exception>
    public T this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"Nothing is named '{key}'; there are: {string.Join(", ", _names)}.");

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _values[index] : default;
        return index >= 0;
    }

    public bool Equals(NamedMap<T>? other) =>
        other is not null && _names.AsSpan().SequenceEqual(other._names) && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as NamedMap<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in this)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var index = 0; index < _names.Length; index++)
        {
            yield return KeyValuePair.Create(_names[index], _values[index]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{{{string.Join(", ", this.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    private int IndexOf(string name) => Array.BinarySearch(_names, name, StringComparer.Ordinal);
}
