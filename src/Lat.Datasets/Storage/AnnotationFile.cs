using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Lat's own file of annotations: binary, in columns, the same bytes for the same set, every field of <see cref="Annotation"/> kept.
/// </summary>
public static class AnnotationFile
{
    internal const string Magic = "LatAnnot";
    private const string Kind = "an annotation file";
    internal const int Version = 1;

    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, AnnotationSet set)
    {
        using var writer = new ColumnWriter(Magic, Version);
        ImageTable.Write(
            writer, set.LabelSpace, set.Images.Select(image => (image.FileName, image.Size, image.Annotations.Count)).ToList());
        var rows = set.Images.SelectMany(image => image.Annotations).ToList();
        BoxColumns.Write(writer, rows.ConvertAll(row => row.Box));
        writer.Column(rows, row => row.ClassIndex);
        writer.Column(rows, row => row.Confidence);
        writer.Column(rows, row => (byte)row.Origin);
        writer.Column(rows, row => (byte)Flags(row));
        writer.Column(rows, row => row.SourceIndex ?? 0);
        writer.Column(rows, row => row.ObjectId ?? 0);
        writer.Column(rows, row => row.Area ?? 0);
        writer.Save(path);
    }

    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public static AnnotationSet Read(string path)
    {
        var reader = new ColumnReader(path, Magic, Version, Kind);
        return reader.Build(() =>
        {
            var table = ImageTable.Read(reader);
            var rows = ReadRows(reader, table.RowCount);
            return new AnnotationSet(table.LabelSpace, table.Images.Select(image =>
                new AnnotatedImage(image.FileName, image.Size, EquatableArray.Create<Annotation>(rows.AsSpan(image.Start, image.Count)))));
        });
    }

    private static Annotation[] ReadRows(ColumnReader reader, int count)
    {
        var boxes = BoxColumns.Read(reader, count);
        var classes = reader.Int32Column(count);
        var confidences = reader.DoubleColumn(count);
        var origins = reader.ByteColumn(count);
        var flags = reader.ByteColumn(count);
        var sources = reader.Int32Column(count);
        var objects = reader.Int32Column(count);
        var areas = reader.DoubleColumn(count);
        var rows = new Annotation[count];
        for (var row = 0; row < count; row++)
        {
            var flag = (AnnotationFlags)flags[row];
            rows[row] = new Annotation(boxes[row], classes[row])
            {
                Confidence = confidences[row],
                Origin = (AnnotationOrigin)origins[row],
                IsCrowd = flag.HasFlag(AnnotationFlags.Crowd),
                IsIgnored = flag.HasFlag(AnnotationFlags.Ignored),
                SourceIndex = flag.HasFlag(AnnotationFlags.HasSource) ? sources[row] : null,
                ObjectId = flag.HasFlag(AnnotationFlags.HasObject) ? objects[row] : null,
                Area = flag.HasFlag(AnnotationFlags.HasArea) ? areas[row] : null,
            };
        }

        return rows;
    }

    internal static AnnotationFlags Flags(Annotation row) =>
        (row.IsCrowd ? AnnotationFlags.Crowd : 0)
        | (row.IsIgnored ? AnnotationFlags.Ignored : 0)
        | (row.SourceIndex is null ? 0 : AnnotationFlags.HasSource)
        | (row.ObjectId is null ? 0 : AnnotationFlags.HasObject)
        | (row.Area is null ? 0 : AnnotationFlags.HasArea);

    [Flags]
    internal enum AnnotationFlags : byte
    {
        Crowd = 1,
        Ignored = 2,
        HasSource = 4,
        HasObject = 8,
        HasArea = 16,
    }
}
