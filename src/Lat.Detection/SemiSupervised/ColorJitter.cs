using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Brightness, then contrast about the image's mean grey, then saturation about each pixel's grey, then hue, as torchvision's ColorJitter
/// defines each; always in this order, where that draws one.
/// </summary>
/// <param name="Brightness">Factor.</param>
/// <param name="Contrast">Factor.</param>
/// <param name="Saturation">Factor; 0 is grey.</param>
/// <param name="HueTurn">Part of the circle.</param>
internal readonly record struct ColorJitter(double Brightness, double Contrast, double Saturation, double HueTurn)
{
    /// <summary>Takes the colours away.</summary>
    public static ColorJitter Grey { get; } = new(1, 1, 0, 0);

    public static ColorJitter Draw(StrongAugmentationOptions options, RandomStream random) => new(
        Factor(options.BrightnessJitter, random),
        Factor(options.ContrastJitter, random),
        Factor(options.SaturationJitter, random),
        random.NextDouble(-options.HueJitter, options.HueJitter));

    /// <summary>Changes the pixels in place.</summary>
    public void Apply(Span<byte> pixels)
    {
        var (brightness, contrast, saturation) = ((float)Brightness, (float)Contrast, (float)Saturation);
        var pivot = Contrast == 1 ? 0 : MeanGrey(pixels, brightness) * (1 - contrast);
        for (var at = 0; at + 2 < pixels.Length; at += 3)
        {
            var red = Limit((Limit(pixels[at] * brightness) * contrast) + pivot);
            var green = Limit((Limit(pixels[at + 1] * brightness) * contrast) + pivot);
            var blue = Limit((Limit(pixels[at + 2] * brightness) * contrast) + pivot);
            var grey = GreyOf(red, green, blue) * (1 - saturation);
            (red, green, blue) = (Limit((red * saturation) + grey), Limit((green * saturation) + grey), Limit((blue * saturation) + grey));
            if (HueTurn != 0)
            {
                (red, green, blue) = Turn(red, green, blue, (float)(HueTurn * 6));
            }

            (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)(red + 0.5f), (byte)(green + 0.5f), (byte)(blue + 0.5f));
        }
    }

    /// <summary>Turns the hue by a number of sixths of the circle; value and chroma stay.</summary>
    private static (float Red, float Green, float Blue) Turn(float red, float green, float blue, float sixths)
    {
        var (top, bottom) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var chroma = top - bottom;
        if (chroma <= 0)
        {
            return (red, green, blue);
        }

        var hue = top == red ? (green - blue) / chroma : top == green ? ((blue - red) / chroma) + 2 : ((red - green) / chroma) + 4;
        hue += sixths;
        return (Channel(5), Channel(3), Channel(1));

        float Channel(int offset)
        {
            var place = (offset + hue) % 6;
            place = place < 0 ? place + 6 : place;
            return top - (chroma * Math.Clamp(Math.Min(place, 4 - place), 0, 1));
        }
    }

    private static float MeanGrey(ReadOnlySpan<byte> pixels, float brightness)
    {
        var sum = 0.0;
        for (var at = 0; at + 2 < pixels.Length; at += 3)
        {
            sum += GreyOf(Limit(pixels[at] * brightness), Limit(pixels[at + 1] * brightness), Limit(pixels[at + 2] * brightness));
        }

        return (float)(sum / Math.Max(pixels.Length / 3, 1));
    }

    /// <summary>The luma of ITU-R BT.601.</summary>
    private static float GreyOf(float red, float green, float blue) => (0.299f * red) + (0.587f * green) + (0.114f * blue);

    private static float Limit(float value) => Math.Clamp(value, 0, 255);

    private static double Factor(double jitter, RandomStream random) => random.NextDouble(1 - jitter, 1 + jitter);
}
