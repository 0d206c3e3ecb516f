using Lat.Core;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>An image that was scaled down together with its labels.</summary>
internal readonly record struct ScaledImage(AnnotatedImage Labels, RgbImage Pixels)
{
    /// <param name="labels">The labels, in pixels of the image.</param>
    /// <param name="pixels">The image.</param>
    /// <param name="maxSide">The most pixels of the longer side; null, or more than it has: nothing changes.</param>
    public static ScaledImage Of(AnnotatedImage labels, RgbImage pixels, int? maxSide)
    {
        if (maxSide is not { } limit || Math.Max(pixels.Width, pixels.Height) <= limit)
        {
            return new ScaledImage(labels, pixels);
        }

        var scale = (double)limit / Math.Max(pixels.Width, pixels.Height);
        var size = new ImageSize(Side(pixels.Width * scale), Side(pixels.Height * scale));

        // Rounding a side to whole pixels moves the boxes with it.
        var (x, y) = ((double)size.Width / pixels.Width, (double)size.Height / pixels.Height);
        var boxes = labels.Annotations.Select(label => label with
        {
            Box = label.Box.Scale(x, y).ClipTo(size),
            Area = label.Area * x * y,
        });
        return new ScaledImage(new AnnotatedImage(labels.FileName, size, boxes.ToEquatableArray()), ImageResizer.Resize(pixels, size));
    }

    private static int Side(double length) => Math.Max(1, (int)Math.Round(length, MidpointRounding.AwayFromZero));
}
