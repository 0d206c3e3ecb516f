using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a `*_gtFine_instanceIds.png`: the box of an instance is the extent of its pixels.</summary>
internal static class CityscapesInstances
{
    /// <summary>Adds the image and its boxes; what is wrong is noted.</summary>
    public static void Read(string path, string imageName, ImageSource image, ImportBuilder builder, ReadFaults faults)
    {
        var place = new RecordPlace(path);
        GrayImage pixels;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            pixels = GrayPng.Read(stream);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            faults.Add(place, $"cannot be read: {exception.Message.TrimEnd('.')}", "Download the file again");
            return;
        }

        if (builder.AddImage(place, imageName, pixels.Size, image) is not { } entry)
        {
            return;
        }

        foreach (var (value, extent) in ExtentsOf(pixels))
        {
            var at = new RecordPlace(path, FormattableString.Invariant($"instance {value}"));
            var meaning = CityscapesLabels.MeaningOf(value, out var classIndex);
            if (meaning == CityscapesMeaning.Unknown)
            {
                builder.AddUnknownClass(at, FormattableString.Invariant($"{value}"));
            }
            else if (meaning == CityscapesMeaning.NotEvaluated)
            {
                faults.Count("boxes left out: caravans and trailers");
            }
            else if (meaning != CityscapesMeaning.Stuff)
            {
                builder.AddBox(entry, at, extent, classIndex, isCrowd: meaning == CityscapesMeaning.Group);
            }
        }
    }

    /// <summary>The extent of each value, in the order of the values.</summary>
    private static IEnumerable<(int Value, RawBox Extent)> ExtentsOf(GrayImage image)
    {
        var extents = new Dictionary<int, (int X1, int Y1, int X2, int Y2)>();
        for (var y = 0; y < image.Size.Height; y++)
        {
            var row = image.Pixels.AsSpan(y * image.Size.Width, image.Size.Width);
            for (var x = 0; x < row.Length;)
            {
                var end = row[x..].IndexOfAnyExcept(row[x]);
                var last = end < 0 ? row.Length - 1 : x + end - 1;
                extents[row[x]] = extents.TryGetValue(row[x], out var known)
                    ? (Math.Min(known.X1, x), known.Y1, Math.Max(known.X2, last), y)
                    : (x, y, last, y);
                x = last + 1;
            }
        }

        return extents.OrderBy(pair => pair.Key)
            .Select(pair => (pair.Key, RawBox.FromInclusive(pair.Value.X1, pair.Value.Y1, pair.Value.X2, pair.Value.Y2)));
    }
}
