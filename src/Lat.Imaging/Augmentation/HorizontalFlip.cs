using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>Mirrors an image left to right, in place.</summary>
internal static class HorizontalFlip
{
    public static void Apply(RgbImage image)
    {
        var pixels = MemoryMarshal.Cast<byte, RgbColor>(image.Pixels.AsSpan());
        for (var row = 0; row < image.Height; row++)
        {
            pixels.Slice(row * image.Width, image.Width).Reverse();
        }
    }
}
