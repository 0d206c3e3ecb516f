using Lat.Core;

namespace Lat.Imaging;

/// <summary>
/// A change of scale on a canvas that keeps its size: a part of the image fills it, or the whole image fills a part of it.
/// </summary>
/// <param name="Source">The part of the image that is shown, in pixels.</param>
/// <param name="Target">The part of the canvas, on whole pixels, that it fills.</param>
internal sealed record Zoom(Box Source, Box Target)
{
    /// <summary>The mean colour of ImageNet: about zero once a network has subtracted its mean.</summary>
    private static readonly RgbColor Padding = new(124, 116, 104);

    public bool IsNone => Source == Target;

    /// <param name="size">The size of the canvas.</param>
    /// <param name="scale">The factor; 1 changes nothing.</param>
    /// <param name="alongX">Where between the left (0) and the right (1) the smaller of image and canvas lies.</param>
    /// <param name="alongY">The same from top to bottom.</param>
    public static Zoom Of(ImageSize size, double scale, double alongX, double alongY)
    {
        var canvas = new Box(0, 0, size.Width, size.Height);
        if (scale >= 1)
        {
            var (width, height) = (size.Width / scale, size.Height / scale);
            var part = Box.FromXywh((size.Width - width) * alongX, (size.Height - height) * alongY, width, height);
            return new Zoom(part.ClipTo(size), canvas);
        }

        var (targetWidth, targetHeight) = (Math.Max(1, Math.Round(size.Width * scale)), Math.Max(1, Math.Round(size.Height * scale)));
        var (left, top) = (Math.Floor((size.Width - targetWidth) * alongX), Math.Floor((size.Height - targetHeight) * alongY));
        return new Zoom(canvas, Box.FromXywh(left, top, targetWidth, targetHeight));
    }

    public Box Apply(Box box) => IsNone ? box : box
        .Translate(-Source.X1, -Source.Y1)
        .Scale(Target.Width / Source.Width, Target.Height / Source.Height)
        .Translate(Target.X1, Target.Y1);

    /// <summary>The zoomed pixels; the image itself where there is nothing to change.</summary>
    public RgbImage Apply(RgbImage image)
    {
        if (IsNone)
        {
            return image;
        }

        var part = ImageResizer.Resize(image, Source, new ImageSize((int)Target.Width, (int)Target.Height));
        if (part.Size == image.Size)
        {
            return part;
        }

        var canvas = new RgbImage(image.Size);
        Padding.Fill(canvas.Pixels);
        part.CopyTo(canvas, (int)Target.X1, (int)Target.Y1);
        return canvas;
    }
}
