using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number with its element type, as an operand of an operator.</summary>
public class Scalar : IDisposable
{
    internal readonly ArgumentTag Tag;
    internal readonly long Bits;

    private Scalar(ScalarType type, ArgumentTag tag, long bits) => (Type, Tag, Bits) = (type, tag, bits);

    /// <summary>The element type.</summary>
    public ScalarType Type { get; }

    internal double AsDouble => Tag == ArgumentTag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsLong => Tag == ArgumentTag.Double ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    public static implicit operator Scalar(byte value) => new(ScalarType.Byte, ArgumentTag.Int, value);

    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int8, ArgumentTag.Int, value);

    public static implicit operator Scalar(short value) => new(ScalarType.Int16, ArgumentTag.Int, value);

    public static implicit operator Scalar(int value) => new(ScalarType.Int32, ArgumentTag.Int, value);

    public static implicit operator Scalar(long value) => new(ScalarType.Int64, ArgumentTag.Int, value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, ArgumentTag.Bool, value ? 1 : 0);

    public static implicit operator Scalar(Half value) => Floating(ScalarType.Float16, (double)value);

    public static implicit operator Scalar(float value) => Floating(ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => Floating(ScalarType.Float64, value);

    internal static Scalar BFloat16(float value) => Floating(ScalarType.BFloat16, value);

    internal static Scalar From(NativeValue value) => value.Tag switch
    {
        ArgumentTag.Double => BitConverter.Int64BitsToDouble(value.Bits),
        ArgumentTag.Bool => value.Bits != 0,
        _ => value.Bits,
    };

    /// <summary>Nothing to free: the number lives in managed memory.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private static Scalar Floating(ScalarType type, double value) => new(type, ArgumentTag.Double, BitConverter.DoubleToInt64Bits(value));
}
