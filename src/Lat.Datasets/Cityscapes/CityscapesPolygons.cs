using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a `*_gtFine_polygons.json`: the box of an object is the extent of its polygon.</summary>
internal static class CityscapesPolygons
{
    /// <summary>Adds the image and its boxes; what is wrong is noted.</summary>
    public static void Read(string path, string imageName, ImageSource image, ImportBuilder builder, ReadFaults faults)
    {
        using var document = JsonRecords.Open(path, faults, out var root);
        var (width, height) = (root.Whole("imgWidth"), root.Whole("imgHeight"));
        if (width is null || height is null)
        {
            return;
        }

        if (width is < 1 or > 100_000 || height is < 1 or > 100_000)
        {
            faults.Add(root.Place, FormattableString.Invariant($"the image is {width}x{height} pixels; expected 1 to 100000 a side"), "Correct it, or download the file again");
            return;
        }

        if (builder.AddImage(root.Place, imageName, new ImageSize((int)width, (int)height), image) is not { } entry)
        {
            return;
        }

        foreach (var item in root.Objects("objects"))
        {
            if (IsDeleted(item) || item.Text("label") is not { } label)
            {
                continue;
            }

            var meaning = CityscapesLabels.MeaningOf(label, out var classIndex);
            if (meaning == CityscapesMeaning.Unknown)
            {
                builder.AddUnknownClass(item.Place, label);
            }
            else if (meaning == CityscapesMeaning.NotEvaluated)
            {
                faults.Count("boxes left out: caravans and trailers");
            }
            else if (meaning != CityscapesMeaning.Stuff && ExtentOf(item) is { } box)
            {
                builder.AddBox(entry, item.Place, box, classIndex, isCrowd: meaning == CityscapesMeaning.Group);
            }
        }
    }

    /// <summary>An object that an annotator took back carries `deleted`: 1.</summary>
    private static bool IsDeleted(JsonRecord item) => item.Flag("deleted");

    /// <summary>Vertices are pixels, and the pixel of the last one belongs to the object.</summary>
    private static RawBox? ExtentOf(JsonRecord item)
    {
        if (item.List("polygon") is not { } polygon)
        {
            return null;
        }

        var (x1, y1, x2, y2) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var vertex in polygon.EnumerateArray())
        {
            if (vertex.ValueKind != JsonValueKind.Array || vertex.GetArrayLength() != 2
                || !JsonRecord.TryNumber(vertex[0], out var x) || !JsonRecord.TryNumber(vertex[1], out var y))
            {
                item.Faults.Add(item.Place.At("polygon"), $"has the vertex {JsonRecord.Describe(vertex)}; expected two finite numbers, [x, y]", "Correct it, or download the file again");
                return null;
            }

            (x1, y1, x2, y2) = (Math.Min(x1, x), Math.Min(y1, y), Math.Max(x2, x), Math.Max(y2, y));
        }

        if (x1 <= x2)
        {
            return RawBox.FromInclusive(x1, y1, x2, y2);
        }

        item.Faults.Add(item.Place.At("polygon"), "has no vertex; expected at least one", "Correct it, or download the file again");
        return null;
    }
}
