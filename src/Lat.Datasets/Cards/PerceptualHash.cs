using System.Numerics;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// A hash that hardly changes when an image is scaled, compressed or made brighter (the difference hash): 64 bits, each telling whether one
/// of 9x8 cells is brighter than its right neighbour.
/// </summary>
public static class PerceptualHash
{
    private const int Columns = 9;
    private const int Rows = 8;

    /// <summary>The hash of an image of any size; whole numbers only, so the same on every machine.</summary>
    public static ulong Of(RgbImage image)
    {
        var hash = 0UL;
        for (var row = 0; row < Rows; row++)
        {
            var left = Brightness(image, 0, row);
            for (var column = 1; column < Columns; column++)
            {
                var right = Brightness(image, column, row);
                hash = (hash << 1) | (left > right ? 1UL : 0UL);
                left = right;
            }
        }

        return hash;
    }

    /// <summary>How many of the 64 bits differ.</summary>
    public static int Distance(ulong left, ulong right) => BitOperations.PopCount(left ^ right);

    /// <summary>The mean luma (ITU-R BT.601) of a cell, in thousandths.</summary>
    private static long Brightness(RgbImage image, int column, int row)
    {
        var (left, right) = Span(column, Columns, image.Width);
        var (top, bottom) = Span(row, Rows, image.Height);
        var sum = 0L;
        for (var y = top; y < bottom; y++)
        {
            var line = image.Pixels.AsSpan(((y * image.Width) + left) * 3, (right - left) * 3);
            for (var at = 0; at < line.Length; at += 3)
            {
                sum += (299 * line[at]) + (587 * line[at + 1]) + (114 * line[at + 2]);
            }
        }

        return sum / ((long)(right - left) * (bottom - top));
    }

    /// <summary>The pixels of a cell along one side; at least one, also in an image that has fewer pixels than there are cells.</summary>
    private static (int From, int To) Span(int cell, int cells, int length)
    {
        var from = (int)((long)cell * length / cells);
        return (from, Math.Max(from + 1, (int)((long)(cell + 1) * length / cells)));
    }
}
