using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Where the columns of a mapped annotation file begin.</summary>
/// <param name="Table">The classes and the images.</param>
/// <param name="Corners">The four columns of corners, doubles.</param>
/// <param name="Classes">32-bit.</param>
/// <param name="Confidences">Doubles.</param>
/// <param name="Origins">Bytes.</param>
/// <param name="Flags">Bytes.</param>
/// <param name="Sources">32-bit.</param>
/// <param name="Objects">32-bit.</param>
/// <param name="Areas">Doubles.</param>
internal sealed record MappedColumns(
    ImageTable Table, long[] Corners, long Classes, long Confidences, long Origins, long Flags, long Sources, long Objects, long Areas)
{
    private const int DoubleSize = 8;
    private const int Int32Size = 4;

    public static MappedColumns Read(MappedCursor cursor, SafeBuffer buffer)
    {
        cursor.Skip(AnnotationFile.Magic.Length + Int32Size);
        return cursor.Build(() =>
        {
            var table = MappedImageTable.Read(cursor);
            long rows = table.RowCount;
            var columns = new MappedColumns(
                table,
                [cursor.Skip(rows * DoubleSize), cursor.Skip(rows * DoubleSize), cursor.Skip(rows * DoubleSize), cursor.Skip(rows * DoubleSize)],
                cursor.Skip(rows * Int32Size),
                cursor.Skip(rows * DoubleSize),
                cursor.Skip(rows),
                cursor.Skip(rows),
                cursor.Skip(rows * Int32Size),
                cursor.Skip(rows * Int32Size),
                cursor.Skip(rows * DoubleSize));
            cursor.End();
            MappedImageTable.CheckClasses(buffer, columns.Classes, table);
            return columns;
        });
    }

    /// <summary>The label in a row.</summary>
    public Annotation Label(SafeBuffer buffer, int row)
    {
        var flags = (AnnotationFile.AnnotationFlags)buffer.Read<byte>((ulong)(Flags + row));
        return new Annotation(
            new Box(Real(buffer, Corners[0], row), Real(buffer, Corners[1], row), Real(buffer, Corners[2], row), Real(buffer, Corners[3], row)),
            Whole(buffer, Classes, row))
        {
            Confidence = Real(buffer, Confidences, row),
            Origin = (AnnotationOrigin)buffer.Read<byte>((ulong)(Origins + row)),
            IsCrowd = flags.HasFlag(AnnotationFile.AnnotationFlags.Crowd),
            IsIgnored = flags.HasFlag(AnnotationFile.AnnotationFlags.Ignored),
            SourceIndex = flags.HasFlag(AnnotationFile.AnnotationFlags.HasSource) ? Whole(buffer, Sources, row) : null,
            ObjectId = flags.HasFlag(AnnotationFile.AnnotationFlags.HasObject) ? Whole(buffer, Objects, row) : null,
            Area = flags.HasFlag(AnnotationFile.AnnotationFlags.HasArea) ? Real(buffer, Areas, row) : null,
        };
    }

    private static double Real(SafeBuffer buffer, long column, int row) => buffer.Read<double>((ulong)(column + ((long)row * DoubleSize)));

    private static int Whole(SafeBuffer buffer, long column, int row) => buffer.Read<int>((ulong)(column + ((long)row * Int32Size)));
}
