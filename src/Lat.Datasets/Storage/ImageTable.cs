using Lat.Core;

namespace Lat.Datasets;

/// <summary>What annotation and detection files begin with: the classes, and each image with its number of rows.</summary>
internal sealed record ImageTable(LabelSpace LabelSpace, List<ImageTable.Entry> Images, int RowCount)
{
    public static void Write(ColumnWriter writer, LabelSpace space, List<(string FileName, ImageSize Size, int Count)> images)
    {
        writer.Write(space.Count);
        writer.Column(space.Classes, name => name.Value);
        writer.Write(images.Count);
        writer.Column(images, image => image.FileName);
        writer.Column(images, image => image.Size.Width);
        writer.Column(images, image => image.Size.Height);
        writer.Column(images, image => image.Count);
    }

    public static ImageTable Read(ColumnReader reader)
    {
        var space = new LabelSpace(reader.StringColumn(reader.ReadCount()));
        var count = reader.ReadCount();
        var names = reader.StringColumn(count);
        int[] widths = reader.Int32Column(count), heights = reader.Int32Column(count), counts = reader.Int32Column(count);
        var images = new List<Entry>(count);
        var start = 0;
        for (var index = 0; index < count; index++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[index]);
            images.Add(new(names[index], new ImageSize(widths[index], heights[index]), start, counts[index]));
            start = checked(start + counts[index]);
        }

        return new(space, images, start);
    }

    /// <summary>One image, and where its rows are in the columns.</summary>
    internal readonly record struct Entry(string FileName, ImageSize Size, int Start, int Count);
}
