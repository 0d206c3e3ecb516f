using Lat.Core;

namespace Lat.Imaging.Tests;

/// <summary>Things that tests need and whose details do not matter.</summary>
internal static class Some
{
    /// <summary>Every pixel unlike its neighbours; the same formula as in eng/golden/resize.py.</summary>
    public static RgbImage Image(int width, int height)
    {
        var image = new RgbImage(new ImageSize(width, height));
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var (x, y, channel) = (i / 3 % width, i / 3 / width, i % 3);
            image.Pixels[i] = (byte)((x * 37) + (y * 91) + (channel * 53) + (x * y * 7));
        }

        return image;
    }

    /// <summary>Colours that change slowly, as a photograph's do.</summary>
    public static RgbImage Photograph(int width, int height)
    {
        var image = new RgbImage(new ImageSize(width, height));
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var (x, y, channel) = (i / 3 % width, i / 3 / width, i % 3);
            image.Pixels[i] = (byte)(channel == 0 ? x * 255 / width : channel == 1 ? y * 255 / height : 128);
        }

        return image;
    }

    public static RgbImage Plain(int width, int height, byte r, byte g, byte b)
    {
        var image = new RgbImage(new ImageSize(width, height));
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = i % 3 == 0 ? r : i % 3 == 1 ? g : b;
        }

        return image;
    }

    public static RandomStream Random(ulong seed = 1) => new Seed(seed).ToStream();

    public static (byte R, byte G, byte B) At(this RgbImage image, int x, int y)
    {
        var at = ((y * image.Width) + x) * 3;
        return (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]);
    }
}
