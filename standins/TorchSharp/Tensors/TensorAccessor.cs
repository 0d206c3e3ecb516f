using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a CPU tensor in row-major order of its dimensions, whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal unsafe TensorAccessor(Tensor tensor)
    {
        // A handle of its own: the memory outlives the tensor that it was asked of.
        _tensor = tensor.alias().DetachFromDisposeScope();
        _shape = _tensor.shape;
        _strides = _tensor.stride();
        _contiguous = _tensor.is_contiguous();
        Address = (nint)_tensor.DataPointer();
        Count = _tensor.NumberOfElements;
    }

    private nint Address { get; }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The element at a place; one index on a tensor with more dimensions counts in row-major order.</summary>
    public unsafe T this[params long[] indices]
    {
        get => ((T*)Address)[Offset(indices)];
        set => ((T*)Address)[Offset(indices)] = value;
    }

    /// <summary>All elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>All elements in an array of the tensor's dimensions.</summary>
    public Array ToNDArray()
    {
        var array = Array.CreateInstance(typeof(T), _shape);
        var place = new long[_shape.Length];
        foreach (var element in this)
        {
            array.SetValue(element, place);
            for (var d = place.Length - 1; d >= 0 && ++place[d] == _shape[d]; d--)
            {
                place[d] = 0;
            }
        }

        return array;
    }

    /// <summary>Copies elements from <paramref name="tensorIndex"/> on, as many as fit.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Count - tensorIndex);
        if (_contiguous)
        {
            new ReadOnlySpan<T>((T*)Address + tensorIndex, count).CopyTo(target);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            target[i] = ((T*)Address)[Offset(tensorIndex + i)];
        }
    }

    /// <summary>Overwrites elements from <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        if (_contiguous)
        {
            source[..count].CopyTo(new Span<T>((T*)Address + tensorIndex, count));
            return;
        }

        for (var i = 0; i < count; i++)
        {
            ((T*)Address)[Offset(tensorIndex + i)] = source[i];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives up the hold on the memory.</summary>
    public void Dispose() => _tensor.Dispose();

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1)
        {
            return Offset(indices[0]);
        }

        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)indices[d], (ulong)_shape[d]);
            offset += indices[d] * _strides[d];
        }

        return offset;
    }

    private long Offset(long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, (ulong)Count);
        if (_contiguous)
        {
            return index;
        }

        var offset = 0L;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            offset += index % _shape[d] * _strides[d];
            index /= _shape[d];
        }

        return offset;
    }
}
