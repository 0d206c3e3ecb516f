using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that remembers the order in which keys were added.</summary>
public class OrderedDict<TKey, TValue> : IEnumerable<(TKey, TValue)> where TKey : notnull
{
    private readonly List<(TKey Key, TValue Value)> _items = [];
    private readonly Dictionary<TKey, int> _places = [];

    /// <summary>The number of entries.</summary>
    public int Count => _items.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<TKey> Keys => [.. keys()];

    /// <summary>The values in order of their keys.</summary>
    public ICollection<TValue> Values => [.. values()];

    /// <summary>The value of a key; setting adds or replaces.</summary>
    public TValue this[TKey key]
    {
        get => _items[_places[key]].Value;
        set
        {
            if (_places.TryGetValue(key, out var place))
            {
                _items[place] = (key, value);
            }
            else
            {
                Add(key, value);
            }
        }
    }

    /// <summary>Adds an entry at the end.</summary>
    public void Add(TKey key, TValue value)
    {
        _places.Add(key, _items.Count);
        _items.Add((key, value));
    }

    /// <summary>Adds an entry at the end.</summary>
    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    /// <summary>Whether there is such a key.</summary>
    public bool ContainsKey(TKey key) => _places.ContainsKey(key);

    /// <summary>Looks a key up.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = _places.TryGetValue(key, out var place);
        value = found ? _items[place].Value : default;
        return found;
    }

    /// <summary>Removes an entry.</summary>
    public bool Remove(TKey key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            return false;
        }

        _items.RemoveAt(place);
        _places.Clear();
        for (var i = 0; i < _items.Count; i++)
        {
            _places[_items[i].Key] = i;
        }

        return true;
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _items.Clear();
        _places.Clear();
    }

    /// <inheritdoc cref="Clear"/>
    public void clear() => Clear();

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> keys() => _items.Select(item => item.Key);

    /// <summary>The values in order of their keys.</summary>
    public IEnumerable<TValue> values() => _items.Select(item => item.Value);

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <inheritdoc/>
    public IEnumerator<(TKey, TValue)> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
