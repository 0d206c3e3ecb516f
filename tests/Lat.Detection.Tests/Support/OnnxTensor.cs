using System.Runtime.InteropServices;

namespace Lat.Detection.Tests;

/// <summary>One tensor of an ONNX conformance case: the few fields of `TensorProto` that those files use.</summary>
internal sealed class OnnxTensor
{
    public List<long> Shape { get; } = [];

    public byte[] Raw { get; private set; } = [];

    public float[] Floats => MemoryMarshal.Cast<byte, float>(Raw).ToArray();

    public long[] Integers => MemoryMarshal.Cast<byte, long>(Raw).ToArray();

    public static OnnxTensor Read(string conformanceCase, string file)
    {
        var folder = Environment.GetEnvironmentVariable(TestDataFactAttribute.Variable)!;
        return Parse(File.ReadAllBytes(Path.Combine(folder, "reference", "onnx", conformanceCase, file)));
    }

    private static OnnxTensor Parse(ReadOnlySpan<byte> bytes)
    {
        const int Dims = 1, FloatData = 4, RawData = 9;
        var tensor = new OnnxTensor();
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            var (field, wire) = ((int)(tag >> 3), (int)(tag & 7));
            if (wire == 0)
            {
                var value = Varint(ref bytes);
                if (field == Dims)
                {
                    tensor.Shape.Add((long)value);
                }
            }
            else if (wire == 2)
            {
                var length = (int)Varint(ref bytes);
                if (field is RawData or FloatData)
                {
                    tensor.Raw = bytes[..length].ToArray();
                }

                bytes = bytes[length..];
            }
            else
            {
                Assert.Fail(FormattableString.Invariant($"Unexpected wire type {wire} of field {field}."));
            }
        }

        return tensor;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift) = (0UL, 0);
        byte read;
        do
        {
            read = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(read & 0x7F) << shift;
            shift += 7;
        }
        while (read >= 0x80);
        return value;
    }
}
