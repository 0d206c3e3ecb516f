using System.Numerics;

namespace Lat.Imaging;

/// <summary>Brings rows of the target width to the target height.</summary>
internal static class VerticalPass
{
    /// <param name="source">Rows of <paramref name="stride"/> bytes, from <paramref name="firstRow"/> on.</param>
    /// <param name="firstRow">The source row that the buffer begins with.</param>
    /// <param name="stride">Bytes of a row.</param>
    /// <param name="taps">Target rows from source rows.</param>
    /// <param name="target">[taps.TargetCount, stride] bytes.</param>
    public static void Run(byte[] source, int firstRow, int stride, ResampleTaps taps, byte[] target)
    {
        var sums = new int[stride];
        for (var row = 0; row < taps.TargetCount; row++)
        {
            Array.Fill(sums, ResampleTaps.Half);
            var sourceRow = taps.FirstOf(row) - firstRow;
            foreach (var weight in taps.WeightsOf(row))
            {
                AddWeighted(source.AsSpan(sourceRow * stride, stride), weight, sums);
                sourceRow++;
            }

            Round(sums, target.AsSpan(row * stride, stride));
        }
    }

    private static void AddWeighted(ReadOnlySpan<byte> row, int weight, Span<int> sums)
    {
        var lanes = Vector<int>.Count;
        var i = 0;
        for (; i + Vector<byte>.Count <= row.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            AddWeighted(low, weight, sums[i..]);
            AddWeighted(high, weight, sums[(i + (2 * lanes))..]);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += row[i] * weight;
        }
    }

    private static void AddWeighted(Vector<ushort> samples, int weight, Span<int> sums)
    {
        Vector.Widen(samples, out var low, out var high);
        var upper = sums[Vector<int>.Count..];
        (new Vector<int>(sums) + (low.As<uint, int>() * weight)).CopyTo(sums);
        (new Vector<int>(upper) + (high.As<uint, int>() * weight)).CopyTo(upper);
    }

    /// <summary>Weights add up to one but for their rounding, which over very many of them can carry white past 255.</summary>
    private static void Round(ReadOnlySpan<int> sums, Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (byte)Math.Min(sums[i] >> ResampleTaps.FractionBits, 255);
        }
    }
}
