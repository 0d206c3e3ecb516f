using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads `{"width": 1280, "height": 800}`, as Scalabel writes sizes of images.</summary>
internal static class ScalabelSize
{
    private const double MaxSide = 100_000;

    /// <summary>Reads the value that follows; null where it is no size. The reader stands on its last token then.</summary>
    public static (double Width, double Height)? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return null;
        }

        double? width = null, height = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isWidth, isHeight) = (JsonText.Is(ref reader, "width"u8), JsonText.Is(ref reader, "height"u8));
            reader.Read();
            var value = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) ? number : (double?)null;
            width = isWidth ? value : width;
            height = isHeight ? value : height;
            reader.TrySkip();
        }

        return width is { } w && height is { } h ? (w, h) : null;
    }

    /// <summary>The size as Lat has it; a fault and null where it is none, and the usual size where there is none.</summary>
    public static ImageSize? Check((double Width, double Height)? size, ImageSize usual, RecordPlace place, ReadFaults faults)
    {
        if (size is not { } given)
        {
            return usual;
        }

        if (given.Width is >= 1 and <= MaxSide && given.Height is >= 1 and <= MaxSide
            && given.Width == Math.Floor(given.Width) && given.Height == Math.Floor(given.Height))
        {
            return new ImageSize((int)given.Width, (int)given.Height);
        }

        faults.Add(
            place, FormattableString.Invariant($"is {given.Width}x{given.Height}; expected whole pixels, 1 to {MaxSide}"), "Correct the size");
        return null;
    }
}
