using static TorchSharp.torch;

namespace Lat.Detection;

// What a pickle can hold here, besides null, bool, long, BigInteger, double, string, byte[] and List<object?>.

/// <summary>A mapping in the order in which it was filled; a key given twice keeps its last value, as in Python.</summary>
internal sealed class PickleMapping
{
    private readonly Dictionary<object, int> _places = [];
    private readonly List<KeyValuePair<object?, object?>> _items = [];

    public IReadOnlyList<KeyValuePair<object?, object?>> Items => _items;

    public void Set(object? key, object? value)
    {
        // Only texts and whole numbers are looked up; other keys are kept as they come.
        var named = key is string or long ? key : new object();
        if (_places.TryGetValue(named, out var place))
        {
            _items[place] = new(key, value);
            return;
        }

        _places[named] = _items.Count;
        _items.Add(new(key, value));
    }

    public object? Find(string key) => _places.TryGetValue(key, out var place) ? _items[place].Value : null;
}

/// <summary>A tuple.</summary>
internal sealed record PickleTuple(object?[] Items);

/// <summary>A name that a pickle asks for and may have; nothing is looked up in any program.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>An object that is of no use for weights, such as the arguments of a training script; what is put into it is dropped.</summary>
internal sealed record PickleInert(string Name);

/// <summary>A storage, or a part of one.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Type">Its element type; null for bytes whose type each tensor says.</param>
/// <param name="Count">Its elements; bytes where it has no type.</param>
/// <param name="ViewOffset">Where the part begins, in elements of the whole storage; 0 for a whole one.</param>
internal sealed record PickleStorage(string Key, ScalarType? Type, long Count, long ViewOffset);

/// <summary>A tensor: a view of a storage, checked to lie inside what the pickle says of the storage.</summary>
internal sealed record PickleTensor(PickleStorage Storage, ScalarType Type, long Offset, long[] Shape, long[] Strides);
