using Lat.Core;

namespace Lat.Datasets;

/// <summary>The four columns of boxes: x1, y1, x2, y2.</summary>
internal static class BoxColumns
{
    public static void Write(ColumnWriter writer, List<Box> boxes)
    {
        writer.Column(boxes, box => box.X1);
        writer.Column(boxes, box => box.Y1);
        writer.Column(boxes, box => box.X2);
        writer.Column(boxes, box => box.Y2);
    }

    public static Box[] Read(ColumnReader reader, int count)
    {
        double[] x1 = reader.DoubleColumn(count), y1 = reader.DoubleColumn(count), x2 = reader.DoubleColumn(count),
            y2 = reader.DoubleColumn(count);
        var boxes = new Box[count];
        for (var row = 0; row < count; row++)
        {
            boxes[row] = new Box(x1[row], y1[row], x2[row], y2[row]);
        }

        return boxes;
    }
}
