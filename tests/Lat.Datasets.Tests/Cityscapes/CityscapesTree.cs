using System.Globalization;
using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Cityscapes as its archives unpack, in miniature.</summary>
internal static class CityscapesTree
{
    public const string Frame = "train/aachen/aachen_000000_000019";

    public static string ImageName => $"leftImg8bit/{Frame}_leftImg8bit.png";

    public static string PolygonsName => $"gtFine/{Frame}_gtFine_polygons.json";

    public static DatasetTree With(params string[] objects) => new DatasetTree()
        .WriteImage(ImageName)
        .Write(PolygonsName, Polygons(objects));

    public static string Polygons(params string[] objects) =>
        $$"""{"imgHeight": 1024, "imgWidth": 2048, "objects": [{{string.Join(", ", objects)}}]}""";

    public static string Object(string label, params int[] coordinates) =>
        $$"""{"label": "{{label}}", "polygon": [{{string.Join(", ", coordinates.Chunk(2).Select(vertex => string.Create(CultureInfo.InvariantCulture, $"[{vertex[0]}, {vertex[1]}]")))}}]}""";

    /// <summary>A label image with rectangles of pixels, the maximum inside.</summary>
    public static byte[] Instances(int width, int height, params (ushort Value, int X1, int Y1, int X2, int Y2)[] rectangles)
    {
        var pixels = new ushort[width * height];
        foreach (var (value, x1, y1, x2, y2) in rectangles)
        {
            for (var y = y1; y <= y2; y++)
            {
                pixels.AsSpan((y * width) + x1, x2 - x1 + 1).Fill(value);
            }
        }

        return PngBytes.EncodeGray16(new ImageSize(width, height), pixels);
    }
}
