using System.Buffers.Binary;

namespace Lat.Evaluation.Tests;

/// <summary>SHA-256 over the little-endian doubles, absent ones as the -1 of the official arrays.</summary>
internal static class OfficialDigest
{
    public static string Of(ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (var index = 0; index < values.Length; index++)
        {
            var value = double.IsNaN(values[index]) ? -1 : values[index];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)), value);
        }

        return ContentHash.Of(bytes).Hex;
    }
}
