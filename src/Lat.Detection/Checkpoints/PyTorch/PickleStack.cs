namespace Lat.Detection;

/// <summary>The stack of a pickle's machine, with its marks.</summary>
internal sealed class PickleStack(PickleInput input)
{
    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = [];

    public int Count => _values.Count;

    public object? Top => _values.Count > Floor ? _values[^1] : throw Empty();

    private int Floor => _marks.Count > 0 ? _marks.Peek() : 0;

    public void Push(object? value) => _values.Add(value);

    public void Mark() => _marks.Push(_values.Count);

    public object? Pop()
    {
        var value = Top;
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    /// <summary>The last values, in the order in which they were pushed.</summary>
    public object?[] Pop(int count)
    {
        if (_values.Count - Floor < count)
        {
            throw Empty();
        }

        object?[] values = [.. _values[^count..]];
        _values.RemoveRange(_values.Count - count, count);
        return values;
    }

    /// <summary>What was pushed since the last mark, and the mark.</summary>
    public object?[] PopToMark()
    {
        if (!_marks.TryPop(out var mark))
        {
            throw input.Fault("there is no mark to go back to");
        }

        object?[] values = [.. _values[mark..]];
        _values.RemoveRange(mark, values.Length);
        return values;
    }

    private Lat.Core.LatException Empty() => input.Fault("a value is taken that was never given");
}
