using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions of one-element tensors to numbers, and what else the package offers as extensions.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The size of an element in bytes.</summary>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new NotImplementedException(),
    };

    /// <summary>The product of sizes.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>A parameter with the tensor's data.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>A tensor of one number.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct => scalar switch
    {
        bool value => tensor(value, device: device, requires_grad: requires_grad),
        byte value => tensor(value, device, requires_grad),
        sbyte value => tensor(value, device, requires_grad),
        short value => tensor(value, device, requires_grad),
        int value => tensor(value, device, requires_grad),
        long value => tensor(value, device: device, requires_grad: requires_grad),
        float value => tensor(value, device, requires_grad),
        double value => tensor(value, device: device, requires_grad: requires_grad),
        _ => throw new NotImplementedException($"ToTensor<{typeof(T).Name}>"),
    };

    public static bool ToBoolean(this Tensor value) => Real(value) != 0;

    public static byte ToByte(this Tensor value) => (byte)Integer(value);

    public static sbyte ToSByte(this Tensor value) => (sbyte)Integer(value);

    public static short ToInt16(this Tensor value) => (short)Integer(value);

    public static int ToInt32(this Tensor value) => (int)Integer(value);

    public static long ToInt64(this Tensor value) => Integer(value);

    public static Half ToHalf(this Tensor value) => (Half)Real(value);

    public static float ToSingle(this Tensor value) => (float)Real(value);

    public static double ToDouble(this Tensor value) => Real(value);

    private static double Real(Tensor tensor)
    {
        var value = tensor.Element();
        return value.Tag == ArgumentTag.Double ? BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;
    }

    private static long Integer(Tensor tensor)
    {
        var value = tensor.Element();
        return value.Tag == ArgumentTag.Double ? (long)BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;
    }
}
