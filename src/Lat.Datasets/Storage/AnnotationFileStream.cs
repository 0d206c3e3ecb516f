using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Writes the file that <see cref="AnnotationFile.Write"/> does, byte for byte, in memory that does not grow with it: for imports, which may
/// have millions of boxes.
/// </summary>
public static class AnnotationFileStream
{
    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, AnnotationSet set) => ReplacedFile.Write(path, stream =>
    {
        using var columns = new ColumnStream(stream, AnnotationFile.Magic, AnnotationFile.Version);
        WriteTable(columns, set);
        Column(set, row => columns.Write(row.Box.X1));
        Column(set, row => columns.Write(row.Box.Y1));
        Column(set, row => columns.Write(row.Box.X2));
        Column(set, row => columns.Write(row.Box.Y2));
        Column(set, row => columns.Write(row.ClassIndex));
        Column(set, row => columns.Write(row.Confidence));
        Column(set, row => columns.Write((byte)row.Origin));
        Column(set, row => columns.Write((byte)AnnotationFile.Flags(row)));
        Column(set, row => columns.Write(row.SourceIndex ?? 0));
        Column(set, row => columns.Write(row.ObjectId ?? 0));
        Column(set, row => columns.Write(row.Area ?? 0));
        columns.Finish();
    });

    private static void WriteTable(ColumnStream columns, AnnotationSet set)
    {
        columns.Write(set.LabelSpace.Count);
        foreach (var name in set.LabelSpace.Classes)
        {
            columns.Write(name.Value);
        }

        columns.Write(set.Images.Count);
        Images(set, image => columns.Write(image.FileName));
        Images(set, image => columns.Write(image.Size.Width));
        Images(set, image => columns.Write(image.Size.Height));
        Images(set, image => columns.Write(image.Annotations.Count));
    }

    private static void Images(AnnotationSet set, Action<AnnotatedImage> write)
    {
        foreach (var image in set.Images.AsSpan())
        {
            write(image);
        }
    }

    private static void Column(AnnotationSet set, Action<Annotation> write)
    {
        foreach (var image in set.Images.AsSpan())
        {
            foreach (var annotation in image.Annotations.AsSpan())
            {
                write(annotation);
            }
        }
    }
}
