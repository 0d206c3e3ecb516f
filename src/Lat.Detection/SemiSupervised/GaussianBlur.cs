using Lat.Core;

namespace Lat.Detection;

/// <summary>A Gaussian over rows, then over columns, out to three deviations; the border's pixels go on beyond the border.</summary>
internal static class GaussianBlur
{
    /// <summary>Changes the image in place.</summary>
    /// <param name="image">The image.</param>
    /// <param name="deviation">Pixels, above 0.</param>
    public static void Apply(RgbImage image, double deviation)
    {
        var kernel = Kernel(deviation);
        var between = new float[image.Pixels.Length];
        for (var y = 0; y < image.Height; y++)
        {
            var row = y * image.Width * 3;
            for (var x = 0; x < image.Width; x++)
            {
                for (var tap = 0; tap < kernel.Length; tap++)
                {
                    var from = row + (Math.Clamp(x + tap - (kernel.Length / 2), 0, image.Width - 1) * 3);
                    var to = row + (x * 3);
                    between[to] += kernel[tap] * image.Pixels[from];
                    between[to + 1] += kernel[tap] * image.Pixels[from + 1];
                    between[to + 2] += kernel[tap] * image.Pixels[from + 2];
                }
            }
        }

        var stride = image.Width * 3;
        var sums = new float[stride];
        for (var y = 0; y < image.Height; y++)
        {
            Array.Clear(sums);
            for (var tap = 0; tap < kernel.Length; tap++)
            {
                var from = between.AsSpan(Math.Clamp(y + tap - (kernel.Length / 2), 0, image.Height - 1) * stride, stride);
                for (var at = 0; at < stride; at++)
                {
                    sums[at] += kernel[tap] * from[at];
                }
            }

            for (var at = 0; at < stride; at++)
            {
                image.Pixels[(y * stride) + at] = (byte)Math.Clamp(sums[at] + 0.5f, 0, 255);
            }
        }
    }

    private static float[] Kernel(double deviation)
    {
        var radius = Math.Max((int)Math.Ceiling(deviation * 3), 1);
        var weights = Enumerable.Range(-radius, (2 * radius) + 1).Select(at => Math.Exp(-at * at / (2 * deviation * deviation))).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / sum))];
    }
}
