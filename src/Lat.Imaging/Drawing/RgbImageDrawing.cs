using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>The strokes that drawing is made of; what falls outside an image is cut off.</summary>
internal static class RgbImageDrawing
{
    /// <summary>Fills the pixels [x1, x2) x [y1, y2).</summary>
    public static void FillRectangle(this RgbImage image, int x1, int y1, int x2, int y2, RgbColor color)
    {
        (x1, x2) = (Math.Clamp(x1, 0, image.Width), Math.Clamp(x2, 0, image.Width));
        (y1, y2) = (Math.Clamp(y1, 0, image.Height), Math.Clamp(y2, 0, image.Height));
        for (var y = y1; y < y2 && x1 < x2; y++)
        {
            color.Fill(image.Pixels.AsSpan(((y * image.Width) + x1) * 3, (x2 - x1) * 3));
        }
    }

    public static void SetPixel(this RgbImage image, int x, int y, RgbColor color)
    {
        if (x >= 0 && x < image.Width && y >= 0 && y < image.Height)
        {
            MemoryMarshal.Cast<byte, RgbColor>(image.Pixels.AsSpan())[(y * image.Width) + x] = color;
        }
    }

    /// <summary>Copies a whole image into another, in which it lies entirely.</summary>
    public static void CopyTo(this RgbImage image, RgbImage target, int x, int y)
    {
        for (var row = 0; row < image.Height; row++)
        {
            image.Pixels.AsSpan(row * image.Width * 3, image.Width * 3).CopyTo(target.Pixels.AsSpan((((y + row) * target.Width) + x) * 3));
        }
    }
}
