using Lat.Core;

namespace Lat.Datasets;

/// <summary>Turns a finished canvas into the image that the dataset's camera would take: lens, colours, contrast, noise.</summary>
internal static class ImageDeveloper
{
    public static RgbImage Develop(Canvas canvas, StreetScene scene)
    {
        var look = scene.Look;
        var image = new RgbImage(scene.Size);
        var tables = new[] { ToneTable(look, look.RedGain), ToneTable(look, look.GreenGain), ToneTable(look, look.BlueGain) };
        var (red, green, blue) = (tables[0], tables[1], tables[2]);
        var saturation = (int)Math.Round(look.Saturation * 256);
        var noise = scene.Lighting == Lighting.Dusk ? look.Noise * 3 / 2 : look.Noise;
        var state = scene.TextureSeed.Derive("noise").Value | 1;
        var pixels = image.Pixels.AsSpan();
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var (r, g, b) = Gather(canvas, x * Canvas.Fineness, y * Canvas.Fineness);
                var luminance = ((r * 77) + (g * 150) + (b * 29)) >> 8;
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                pixels[0] = Expose(red, luminance, r, saturation, Noise(state, noise));
                pixels[1] = Expose(green, luminance, g, saturation, Noise(state >> 16, noise));
                pixels[2] = Expose(blue, luminance, b, saturation, Noise(state >> 32, noise));
                pixels = pixels[3..];
            }
        }

        return image;
    }

    /// <summary>The mean of the canvas pixels behind one pixel of the image.</summary>
    private static (int R, int G, int B) Gather(Canvas canvas, int left, int top)
    {
        int toX = Math.Min(canvas.Width, left + Canvas.Fineness), toY = Math.Min(canvas.Height, top + Canvas.Fineness);
        uint redBlue = 0, green = 0;
        for (var y = top; y < toY; y++)
        {
            foreach (var color in canvas.Row(y)[left..toX])
            {
                redBlue += color & 0xFF00FF;
                green += color & 0x00FF00;
            }
        }

        var count = (uint)((toX - left) * (toY - top));
        return ((int)((redBlue >> 16) / count), (int)((green >> 8) / count), (int)((redBlue & 0xFFFF) / count));
    }

    private static byte Expose(short[] table, int luminance, int value, int saturation, int noise)
    {
        var saturated = luminance + (((value - luminance) * saturation) >> 8);
        return (byte)Math.Clamp(table[Math.Clamp(saturated, 0, 255)] + noise, 0, 255);
    }

    /// <summary>Noise with a triangular distribution between plus and minus the amplitude, from 16 random bits.</summary>
    private static int Noise(ulong bits, int amplitude) => (((int)(bits & 0xFF) + (int)((bits >> 8) & 0xFF) - 255) * amplitude) >> 8;

    private static short[] ToneTable(StreetsLook look, double gain)
    {
        var table = new short[256];
        for (var level = 0; level < table.Length; level++)
        {
            table[level] = (short)Math.Round((((level * gain) - 128) * look.Contrast) + 128 + look.Brightness);
        }

        return table;
    }
}
