using Lat.Core;

namespace Lat.Imaging;

/// <summary>Brightness, then contrast about the image's mean grey, then saturation about each pixel's grey; 1 changes nothing.</summary>
internal readonly record struct ColorChange(double Brightness, double Contrast, double Saturation)
{
    /// <summary>Bits behind the point of the saturation factor.</summary>
    private const int FractionBits = 10;

    public void Apply(RgbImage image)
    {
        if (Brightness != 1 || Contrast != 1)
        {
            ApplyToSamples(image.Pixels, Contrast == 1 ? 0 : MeanGrey(image));
        }

        if (Saturation != 1)
        {
            ApplySaturation(image.Pixels);
        }
    }

    private void ApplyToSamples(Span<byte> samples, double meanGrey)
    {
        Span<byte> table = stackalloc byte[256];
        var pivot = Math.Min(255, meanGrey * Brightness);
        for (var value = 0; value < table.Length; value++)
        {
            var bright = Math.Min(255, value * Brightness);
            table[value] = (byte)Math.Clamp(pivot + ((bright - pivot) * Contrast) + 0.5, 0, 255);
        }

        foreach (ref var sample in samples)
        {
            sample = table[sample];
        }
    }

    private void ApplySaturation(Span<byte> samples)
    {
        var factor = (int)Math.Round(Saturation * (1 << FractionBits));
        for (var i = 0; i + 2 < samples.Length; i += 3)
        {
            var pixel = samples.Slice(i, 3);
            var grey = Grey(pixel);
            foreach (ref var sample in pixel)
            {
                sample = (byte)Math.Clamp(grey + (((sample - grey) * factor) >> FractionBits), 0, 255);
            }
        }
    }

    private static double MeanGrey(RgbImage image)
    {
        var sum = 0L;
        for (var i = 0; i < image.Pixels.Length; i += 3)
        {
            sum += Grey(image.Pixels.AsSpan(i, 3));
        }

        return sum / (double)image.Size.PixelCount;
    }

    /// <summary>The luma of ITU-R BT.601, in 256ths.</summary>
    private static int Grey(ReadOnlySpan<byte> pixel) => ((77 * pixel[0]) + (150 * pixel[1]) + (29 * pixel[2]) + 128) >> 8;
}
