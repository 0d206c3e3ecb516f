using Lat.Core;

namespace Lat.Datasets;

/// <summary>Lat's own file of detections: binary, in columns, the same bytes for the same set, with the full class-score vectors.</summary>
public static class DetectionFile
{
    internal const string Magic = "LatDetec";
    internal const string Kind = "a detection file";
    internal const int Version = 1;

    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, DetectionSet set)
    {
        using var writer = new ColumnWriter(Magic, Version);
        ImageTable.Write(writer, set.LabelSpace, set.Images.Select(image => (image.FileName, image.Size, image.Detections.Count)).ToList());
        var rows = set.Images.SelectMany(image => image.Detections).ToList();
        BoxColumns.Write(writer, rows.ConvertAll(row => row.Box));
        writer.Column(rows, row => row.ClassIndex);
        writer.Column(rows, row => row.Score);
        writer.Column(rows, row => row.ClassScores.Count);
        foreach (var row in rows)
        {
            foreach (var score in row.ClassScores.AsSpan())
            {
                writer.Write(score);
            }
        }

        writer.Save(path);
    }

    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public static DetectionSet Read(string path)
    {
        var reader = new ColumnReader(path, Magic, Version, Kind);
        return reader.Build(() =>
        {
            var table = ImageTable.Read(reader);
            var rows = ReadRows(reader, table);
            return new DetectionSet(table.LabelSpace, table.Images.Select(image =>
                new ImageDetections(
                    image.FileName, image.Size, EquatableArray.Create<Detection>(rows.AsSpan(image.Start, image.Count)))).ToEquatableArray());
        });
    }

    private static Detection[] ReadRows(ColumnReader reader, ImageTable table)
    {
        var count = table.RowCount;
        var boxes = BoxColumns.Read(reader, count);
        var classes = reader.Int32Column(count);
        var scores = reader.DoubleColumn(count);
        var lengths = reader.Int32Column(count);
        var rows = new Detection[count];
        for (var row = 0; row < count; row++)
        {
            if (classes[row] < 0 || classes[row] >= table.LabelSpace.Count || (lengths[row] != 0 && lengths[row] != table.LabelSpace.Count))
            {
                throw reader.Damaged(FormattableString.Invariant($"detection {row} does not fit its {table.LabelSpace.Count} classes"));
            }

            var vector = new float[lengths[row]];
            for (var index = 0; index < vector.Length; index++)
            {
                vector[index] = reader.ReadSingle();
            }

            rows[row] = new Detection(boxes[row], classes[row], scores[row]) { ClassScores = vector.ToEquatableArray() };
        }

        return rows;
    }
}
