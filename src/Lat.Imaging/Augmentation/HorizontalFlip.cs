using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>Mirrors an image left to right, in place.</summary>
public static class HorizontalFlip
{
    /// <param name="image">Its rows are reversed.</param>
    public static void Apply(RgbImage image)
    {
        var pixels = MemoryMarshal.Cast<byte, RgbColor>(image.Pixels.AsSpan());
        for (var row = 0; row < image.Height; row++)
        {
            pixels.Slice(row * image.Width, image.Width).Reverse();
        }
    }
}
