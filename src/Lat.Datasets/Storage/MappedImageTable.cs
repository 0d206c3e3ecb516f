using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads the head of a mapped file: the label space and the images with their row counts, as <see cref="ImageTable"/> does.</summary>
internal static class MappedImageTable
{
    private const int RowsAtOnce = 1 << 14;

    /// <exception cref="ArgumentException">The table makes no sense.</exception>
    public static ImageTable Read(MappedCursor cursor)
    {
        var space = new LabelSpace(cursor.Texts(cursor.ReadCount()));
        var count = cursor.ReadCount();
        var names = cursor.Texts(count);
        int[] widths = cursor.Int32Column(count), heights = cursor.Int32Column(count), counts = cursor.Int32Column(count);
        var (images, start, known) = (new List<ImageTable.Entry>(count), 0, new HashSet<string>(count, StringComparer.Ordinal));
        for (var index = 0; index < count; index++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[index]);
            images.Add(new(names[index], new ImageSize(widths[index], heights[index]), start, counts[index]));
            start = checked(start + counts[index]);
            if (!known.Add(names[index]))
            {
                throw new ArgumentException($"The image '{names[index]}' stands twice in the set.");
            }
        }

        return new ImageTable(space, images, start);
    }

    /// <summary>Looks at every value of a column of 32-bit numbers, a piece at a time.</summary>
    /// <param name="buffer">The file.</param>
    /// <param name="column">Where the column begins.</param>
    /// <param name="count">How many values it has.</param>
    /// <param name="look">Given the row and the value.</param>
    public static void Scan(SafeBuffer buffer, long column, int count, Action<int, int> look)
    {
        var values = new int[Math.Min(count, RowsAtOnce)];
        for (var begin = 0; begin < count; begin += values.Length)
        {
            var piece = values.AsSpan(0, Math.Min(values.Length, count - begin));
            buffer.ReadSpan((ulong)(column + (4L * begin)), piece);
            for (var row = 0; row < piece.Length; row++)
            {
                look(begin + row, piece[row]);
            }
        }
    }

    /// <exception cref="ArgumentException">A class is not in the space.</exception>
    public static void CheckClasses(SafeBuffer buffer, long column, ImageTable table) => Scan(buffer, column, table.RowCount, (row, index) =>
    {
        if (index < 0 || index >= table.LabelSpace.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"box {row} is of class {index}; the label space has {table.LabelSpace.Count} classes"));
        }
    });
}
