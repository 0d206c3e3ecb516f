using Lat.Core;

namespace Lat.Imaging;

/// <summary>Letters of 5 x 7 pixels for printable ASCII, six pixels apart: readable at one pixel a dot.</summary>
internal static class BitmapFont
{
    public const int GlyphWidth = 5;
    public const int GlyphHeight = 7;

    private const int Advance = GlyphWidth + 1;

    /// <summary>The width of a line of text, without the gap behind its last letter.</summary>
    public static int WidthOf(string text) => Math.Max(0, (text.Length * Advance) - 1);

    public static void Draw(RgbImage image, string text, int x, int y, RgbColor color)
    {
        foreach (var letter in text)
        {
            for (var row = 0; row < GlyphHeight; row++)
            {
                var dots = BitmapFontGlyphs.RowOf(letter, row);
                for (var column = 0; column < GlyphWidth; column++)
                {
                    if ((dots & (1 << (GlyphWidth - 1 - column))) != 0)
                    {
                        image.SetPixel(x + column, y + row, color);
                    }
                }
            }

            x += Advance;
        }
    }
}
