using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One argument of an operator. It keeps the managed object, not its address: the argument lives in the caller's frame
/// until the call returns, so a tensor in it cannot be finalized while native code reads it.
/// </summary>
internal readonly struct Argument
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly ArgumentTag Tag;

    private Argument(ArgumentTag tag, long bits, object? reference = null) => (Tag, Bits, Reference) = (tag, bits, reference);

    internal static Argument None => default;

    public static implicit operator Argument(Tensor? value) => value is null ? default : new(ArgumentTag.Tensor, value.Handle, value);

    public static implicit operator Argument(int value) => new(ArgumentTag.Int, value);

    public static implicit operator Argument(long value) => new(ArgumentTag.Int, value);

    public static implicit operator Argument(long? value) => value is { } number ? new(ArgumentTag.Int, number) : default;

    public static implicit operator Argument(double value) => new(ArgumentTag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } number ? number : default(Argument);

    public static implicit operator Argument(bool value) => new(ArgumentTag.Bool, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is { } flag ? flag : default(Argument);

    public static implicit operator Argument(Scalar? value) => value is null ? default : new(value.Tag, value.Bits);

    public static implicit operator Argument(ScalarType value) => new(ArgumentTag.Int, (long)value);

    public static implicit operator Argument(ScalarType? value) => value is { } type ? type : default(Argument);

    public static implicit operator Argument(long[]? value) => value is null ? default : new(ArgumentTag.IntList, value.Length, value);

    public static implicit operator Argument(ReadOnlySpan<long> value) => value.ToArray();

    public static implicit operator Argument(double[]? value) => value is null ? default : new(ArgumentTag.DoubleList, value.Length, value);

    public static implicit operator Argument(bool[]? value) => value is null ? default : new(ArgumentTag.BoolList, value.Length, value);

    public static implicit operator Argument(Tensor[]? value) => value is null ? default : new(ArgumentTag.TensorList, value.Length, value);

    public static implicit operator Argument(string? value) => value is null ? default : new(ArgumentTag.String, 0, System.Text.Encoding.UTF8.GetBytes(value));

    public static implicit operator Argument(Device? value) => value is null ? default : new(ArgumentTag.Device, value.Packed);

    public static implicit operator Argument(Generator? value) => value is null ? default : new(ArgumentTag.Generator, value.Handle, value);

    /// <summary>A list whose entries may be null, as the index operators take it.</summary>
    internal static Argument OptionalTensors(Tensor?[] value) => new(ArgumentTag.OptionalTensorList, value.Length, value);

    /// <summary>The number of 8-byte words of scratch memory that <see cref="Write"/> fills.</summary>
    internal int ScratchWords => Reference switch
    {
        null or Tensor => 0,
        byte[] text => text.Length / 8 + 1,
        bool[] flags => flags.Length / 8 + 1,
        Array list => list.Length,
        _ => 0,
    };

    /// <summary>Writes the native form to <paramref name="target"/>, lists to <paramref name="scratch"/>.</summary>
    internal unsafe void Write(NativeValue* target, ref long* scratch)
    {
        target->Tag = Tag;
        target->Count = 0;
        target->Bits = Bits;
        if (Tag is ArgumentTag.IntList or ArgumentTag.DoubleList or ArgumentTag.TensorList or ArgumentTag.OptionalTensorList
            or ArgumentTag.BoolList or ArgumentTag.String)
        {
            WriteList(target, ref scratch);
        }
    }

    private unsafe void WriteList(NativeValue* target, ref long* scratch)
    {
        target->Bits = (long)scratch;
        target->Count = ((Array)Reference!).Length;
        switch (Reference)
        {
            case long[] values: values.CopyTo(new Span<long>(scratch, values.Length)); break;
            case double[] values: values.CopyTo(new Span<double>(scratch, values.Length)); break;
            case bool[] values: values.CopyTo(new Span<bool>(scratch, values.Length)); break;
            case byte[] values: values.CopyTo(new Span<byte>(scratch, values.Length)); break;
            case Tensor?[] values:
                for (var i = 0; i < values.Length; i++)
                {
                    scratch[i] = values[i] is { } tensor ? tensor.Handle : 0;
                }

                break;
        }

        scratch += ScratchWords;
    }
}
