using Lat.Core;

namespace Lat.Imaging;

/// <summary>Draws boxes and their labels over images.</summary>
public static class BoxOverlay
{
    /// <summary>A copy of the image with the boxes on it, later ones over earlier ones.</summary>
    /// <param name="image">The pixels; stay as they are.</param>
    /// <param name="boxes">What to draw.</param>
    /// <param name="thickness">The width of a frame, in pixels; it lies inside the box.</param>
    public static RgbImage Draw(RgbImage image, IEnumerable<LabelledBox> boxes, int thickness = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(thickness, 1);
        var drawn = new RgbImage(image.Size, image.Pixels.AsSpan().ToArray());
        foreach (var box in boxes)
        {
            DrawFrame(drawn, box, thickness);
            DrawLabel(drawn, box);
        }

        return drawn;
    }

    private static void DrawFrame(RgbImage image, LabelledBox box, int thickness)
    {
        var visible = box.Box.ClipTo(image.Size);
        var (x1, y1) = ((int)Math.Round(visible.X1), (int)Math.Round(visible.Y1));
        var (x2, y2) = (Math.Max((int)Math.Round(visible.X2), x1 + 1), Math.Max((int)Math.Round(visible.Y2), y1 + 1));
        image.FillRectangle(x1, y1, x2, Math.Min(y1 + thickness, y2), box.Color);
        image.FillRectangle(x1, Math.Max(y2 - thickness, y1), x2, y2, box.Color);
        image.FillRectangle(x1, y1, Math.Min(x1 + thickness, x2), y2, box.Color);
        image.FillRectangle(Math.Max(x2 - thickness, x1), y1, x2, y2, box.Color);
    }

    /// <summary>Above the box where there is room, else inside its upper edge; moved left where it would leave the image.</summary>
    private static void DrawLabel(RgbImage image, LabelledBox box)
    {
        if (string.IsNullOrEmpty(box.Label))
        {
            return;
        }

        var width = BitmapFont.WidthOf(box.Label) + 2;
        var height = BitmapFont.GlyphHeight + 2;
        var visible = box.Box.ClipTo(image.Size);
        var left = Math.Clamp((int)Math.Round(visible.X1), 0, Math.Max(0, image.Width - width));
        var top = (int)Math.Round(visible.Y1);
        top = top >= height ? top - height : top;
        image.FillRectangle(left, top, left + width, top + height, box.Color);
        BitmapFont.Draw(image, box.Label, left + 1, top + 1, box.Color.Ink);
    }
}
