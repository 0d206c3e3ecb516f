using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Where the columns of a mapped detection file begin.</summary>
/// <param name="Table">The classes and the images.</param>
/// <param name="Corners">The four columns of corners, doubles.</param>
/// <param name="Classes">32-bit.</param>
/// <param name="Scores">Doubles.</param>
/// <param name="Lengths">32-bit: how many class scores each detection has.</param>
/// <param name="Vectors">[images] where the class scores of each image begin, floats.</param>
internal sealed record MappedDetectionColumns(ImageTable Table, long[] Corners, long Classes, long Scores, long Lengths, long[] Vectors)
{
    private const int FloatSize = 4;

    public static MappedDetectionColumns Read(MappedCursor cursor, SafeBuffer buffer)
    {
        cursor.Skip(DetectionFile.Magic.Length + 4);
        return cursor.Build(() =>
        {
            var table = MappedImageTable.Read(cursor);
            long rows = table.RowCount;
            long[] corners = [cursor.Skip(rows * 8), cursor.Skip(rows * 8), cursor.Skip(rows * 8), cursor.Skip(rows * 8)];
            var (classes, scores, lengths) = (cursor.Skip(rows * 4), cursor.Skip(rows * 8), cursor.Skip(rows * 4));
            MappedImageTable.CheckClasses(buffer, classes, table);
            var vectors = BeginningsOfVectors(buffer, lengths, table, cursor);
            cursor.End();
            return new MappedDetectionColumns(table, corners, classes, scores, lengths, vectors);
        });
    }

    /// <summary>The predictions on an image.</summary>
    public ImageDetections Image(SafeBuffer buffer, int index)
    {
        var image = Table.Images[index];
        var (found, vector) = (new Detection[image.Count], Vectors[index]);
        for (var row = image.Start; row < image.Start + image.Count; row++)
        {
            var scores = new float[buffer.Read<int>((ulong)(Lengths + (row * 4L)))];
            buffer.ReadSpan<float>((ulong)vector, scores);
            vector += (long)scores.Length * FloatSize;
            found[row - image.Start] = new Detection(
                new Box(Real(buffer, Corners[0], row), Real(buffer, Corners[1], row), Real(buffer, Corners[2], row), Real(buffer, Corners[3], row)),
                buffer.Read<int>((ulong)(Classes + (row * 4L))),
                Real(buffer, Scores, row))
            {
                ClassScores = EquatableArray.Create<float>(scores),
            };
        }

        return new ImageDetections(image.FileName, image.Size, EquatableArray.Create<Detection>(found));
    }

    private static double Real(SafeBuffer buffer, long column, int row) => buffer.Read<double>((ulong)(column + (row * 8L)));

    /// <summary>Where the class scores of each image begin; passes over them.</summary>
    private static long[] BeginningsOfVectors(SafeBuffer buffer, long lengths, ImageTable table, MappedCursor cursor)
    {
        var (begins, image, floats) = (new long[table.Images.Count], 0, 0L);
        MappedImageTable.Scan(buffer, lengths, table.RowCount, (row, length) =>
        {
            if (length != 0 && length != table.LabelSpace.Count)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"detection {row} has {length} class scores; the label space has {table.LabelSpace.Count} classes"));
            }

            for (; image < begins.Length && table.Images[image].Start <= row; image++)
            {
                begins[image] = floats;
            }

            floats += length;
        });
        var first = cursor.Skip(floats * FloatSize);
        return Array.ConvertAll(begins, before => first + (before * FloatSize));
    }
}
