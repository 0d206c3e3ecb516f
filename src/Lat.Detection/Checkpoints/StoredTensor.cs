using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Where the numbers of a tensor lie: a view of a storage, checked to lie inside it.</summary>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Strides">Elements of the storage from one index to the next, for each axis; none negative.</param>
/// <param name="Offset">The storage's element that is the tensor's first.</param>
/// <param name="OpenStorage">Opens the storage at one of its bytes; the caller disposes of the stream.</param>
internal sealed record StoredTensor(
    ScalarType Type, EquatableArray<long> Shape, EquatableArray<long> Strides, long Offset, Func<long, Stream> OpenStorage)
{
    public long ElementCount { get; } = Shape.Aggregate(1L, (product, side) => product * side);

    /// <summary>The tensor's elements in row-major order, little-endian, as a stream of exactly its bytes.</summary>
    /// <exception cref="LatException">A view with gaps spans more than 2 GiB of its storage.</exception>
    public Stream Open()
    {
        if (ElementCount == 0)
        {
            return new MemoryStream([]);
        }

        var size = SafeTensorsType.SizeOf(Type);
        return IsContiguous ? OpenStorage(Offset * size) : new MemoryStream(Gather(size));
    }

    /// <summary>A tensor over a whole storage, in row-major order.</summary>
    public static StoredTensor Whole(ScalarType type, EquatableArray<long> shape, Func<long, Stream> openStorage) =>
        new(type, shape, RowMajor(shape), 0, openStorage);

    private bool IsContiguous
    {
        get
        {
            var expected = RowMajor(Shape);
            return Enumerable.Range(0, Shape.Count).All(axis => Shape[axis] == 1 || Strides[axis] == expected[axis]);
        }
    }

    private static EquatableArray<long> RowMajor(EquatableArray<long> shape)
    {
        var strides = new long[shape.Count];
        var step = 1L;
        for (var axis = strides.Length - 1; axis >= 0; axis--)
        {
            (strides[axis], step) = (step, step * shape[axis]);
        }

        return strides.ToEquatableArray();
    }

    private byte[] Gather(int size)
    {
        var span = 1 + Enumerable.Range(0, Shape.Count).Sum(axis => (Shape[axis] - 1) * Strides[axis]);
        if (span * size > Array.MaxLength || ElementCount * size > Array.MaxLength)
        {
            throw new LatException(FormattableString.Invariant(
                $"A tensor is a view with gaps over {span * size} bytes, more than can be gathered. Save it contiguous: tensor.contiguous()."));
        }

        var source = new byte[span * size];
        using (var storage = OpenStorage(Offset * size))
        {
            storage.ReadExactly(source);
        }

        var (result, index, from) = (new byte[ElementCount * size], new long[Shape.Count], 0L);
        for (var to = 0; to < result.Length; to += size)
        {
            source.AsSpan((int)(from * size), size).CopyTo(result.AsSpan(to));
            for (var axis = Shape.Count - 1; axis >= 0; axis--)
            {
                from += Strides[axis];
                if (++index[axis] < Shape[axis])
                {
                    break;
                }

                from -= Shape[axis] * Strides[axis];
                index[axis] = 0;
            }
        }

        return result;
    }
}
