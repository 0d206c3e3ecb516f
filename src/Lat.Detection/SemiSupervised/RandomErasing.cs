using Lat.Core;

namespace Lat.Detection;

/// <summary>Draws a rectangle and fills it with noise.</summary>
internal static class RandomErasing
{
    /// <summary>Draws that may fall outside the image before it is left as it is (torchvision).</summary>
    private const int Attempts = 10;

    /// <summary>Changes the image in place, or with some probability not at all.</summary>
    public static void Apply(RgbImage image, ErasingOptions options, RandomStream random)
    {
        if (!random.NextBool(options.Probability))
        {
            return;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var area = image.Size.PixelCount * random.NextDouble(options.MinimumShare, options.MaximumShare);
            var ratio = Math.Exp(random.NextDouble(Math.Log(options.MinimumRatio), Math.Log(options.MaximumRatio)));
            var (height, width) = ((int)Math.Round(Math.Sqrt(area * ratio)), (int)Math.Round(Math.Sqrt(area / ratio)));
            if (height >= 1 && width >= 1 && height < image.Height && width < image.Width)
            {
                Fill(image, random.NextInt(image.Width - width + 1), random.NextInt(image.Height - height + 1), width, height, random);
                return;
            }
        }
    }

    private static void Fill(RgbImage image, int left, int top, int width, int height, RandomStream random)
    {
        for (var y = top; y < top + height; y++)
        {
            var noise = 0UL;
            var row = image.Pixels.AsSpan(((y * image.Width) + left) * 3, width * 3);
            for (var at = 0; at < row.Length; at++)
            {
                noise = at % 8 == 0 ? random.NextUInt64() : noise >> 8;
                row[at] = (byte)noise;
            }
        }
    }
}
