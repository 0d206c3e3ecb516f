namespace Lat.Evaluation;

/// <summary>Positions of items grouped by an integer key, in one pass, each group in the items' own order.</summary>
internal sealed class StableBuckets
{
    private readonly int[] _offsets;
    private readonly int[] _items;

    /// <param name="items">What to group, by position.</param>
    /// <param name="keyCount">Keys run from 0 to this, exclusive.</param>
    /// <param name="key">The key of an item.</param>
    public StableBuckets(ReadOnlySpan<int> items, int keyCount, Func<int, int> key)
    {
        _offsets = new int[keyCount + 1];
        _items = new int[items.Length];
        foreach (var item in items)
        {
            _offsets[key(item) + 1]++;
        }

        for (var bucket = 0; bucket < keyCount; bucket++)
        {
            _offsets[bucket + 1] += _offsets[bucket];
        }

        var next = _offsets.AsSpan(0, keyCount).ToArray();
        foreach (var item in items)
        {
            _items[next[key(item)]++] = item;
        }
    }

    public ReadOnlySpan<int> this[int key] => _items.AsSpan(_offsets[key], _offsets[key + 1] - _offsets[key]);

    public static StableBuckets OfAll(int count, int keyCount, Func<int, int> key)
    {
        var items = new int[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = index;
        }

        return new StableBuckets(items, keyCount, key);
    }
}
