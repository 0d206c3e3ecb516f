using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>Brings source rows to the target width.</summary>
internal static class HorizontalPass
{
    /// <param name="image">The source.</param>
    /// <param name="firstRow">The first source row to read.</param>
    /// <param name="rowCount">How many.</param>
    /// <param name="taps">Target columns from source columns.</param>
    /// <param name="target">[rowCount, taps.TargetCount, 3] bytes or more.</param>
    public static void Run(RgbImage image, int firstRow, int rowCount, ResampleTaps taps, byte[] target)
    {
        var stride = image.Width * 3;
        var padded = ArrayPool<byte>.Shared.Rent(stride + 1);
        try
        {
            for (var row = 0; row < rowCount; row++)
            {
                // A pixel is read as four bytes at once; the copy has room for the byte behind the last pixel.
                image.Pixels.AsSpan((firstRow + row) * stride, stride).CopyTo(padded);
                RunRow(padded, taps, target.AsSpan(row * taps.TargetCount * 3, taps.TargetCount * 3));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded);
        }
    }

    private static void RunRow(ReadOnlySpan<byte> source, ResampleTaps taps, Span<byte> target)
    {
        for (var column = 0; column < taps.TargetCount; column++)
        {
            var sum = Vector128.Create(ResampleTaps.Half);
            var at = taps.FirstOf(column) * 3;
            foreach (var weight in taps.WeightsOf(column))
            {
                var pixel = Vector128.CreateScalar(BinaryPrimitives.ReadUInt32LittleEndian(source[at..])).AsByte();
                sum += Vector128.WidenLower(Vector128.WidenLower(pixel)).AsInt32() * weight;
                at += 3;
            }

            var samples = Vector128.Min(sum >> ResampleTaps.FractionBits, Vector128.Create(255));
            (target[column * 3], target[(column * 3) + 1], target[(column * 3) + 2]) =
                ((byte)samples[0], (byte)samples[1], (byte)samples[2]);
        }
    }
}
