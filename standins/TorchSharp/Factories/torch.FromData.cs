using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with the elements and dimensions of an array.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var sizes = new long[rawArray.Rank];
        for (var d = 0; d < sizes.Length; d++)
        {
            sizes[d] = rawArray.GetLongLength(d);
        }

        return FromBytes(ElementBytes(rawArray), sizes, TypeOf(rawArray), dtype, device, requires_grad);
    }

    /// <summary>A copy of part of a one-dimensional array.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var size = count < 0 ? rawArray.LongLength - offset : count;
        var type = TypeOf(rawArray);
        var bytes = ElementBytes(rawArray).Slice((int)(offset * type.ElementSize()), (int)(size * type.ElementSize()));
        return FromBytes(bytes, [size], type, dtype, null, requires_grad);
    }

    private static Tensor FromSpan<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> sizes, ScalarType type, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged => FromBytes(MemoryMarshal.AsBytes(values), sizes, type, dtype, device, requiresGrad);

    private static Tensor FromArray<T>(Array values, ScalarType type, ScalarType? dtype, Device? device, bool requiresGrad) =>
        from_array(values, dtype ?? type, device, requiresGrad);

    private static unsafe Tensor FromBytes(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<long> sizes, ScalarType type, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        var expected = type.ElementSize();
        foreach (var size in sizes)
        {
            expected = checked((int)(expected * size));
        }

        if (expected != bytes.Length)
        {
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {bytes.Length} bytes given, {expected} needed.");
        }

        nint handle;
        fixed (byte* data = bytes)
        fixed (long* first = sizes)
        {
            NativeApi.Check(NativeApi.Table.FromData(data, first, sizes.Length, (int)type, (device ?? s_defaultDevice).Packed, &handle));
        }

        var tensor = new Tensor(handle);
        return (dtype is { } wanted && wanted != type ? tensor.to_type(wanted, disposeAfter: true) : tensor).With(requiresGrad);
    }

    private static ReadOnlySpan<byte> ElementBytes(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), checked((int)(array.LongLength * TypeOf(array).ElementSize())));

    private static ScalarType TypeOf(Array array) => Type.GetTypeCode(array.GetType().GetElementType()) switch
    {
        TypeCode.Boolean => ScalarType.Bool,
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        _ when array.GetType().GetElementType() == typeof(Half) => ScalarType.Float16,
        _ => throw new NotSupportedException($"Tensors of {array.GetType().GetElementType()} are not supported."),
    };
}
