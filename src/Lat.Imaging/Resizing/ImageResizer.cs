using System.Buffers;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>
/// Antialiased bilinear resizing: a triangle filter as wide as a target pixel, in fixed point, so that every machine gets the same bytes,
/// and the same as PIL's `BILINEAR`.
/// </summary>
public static class ImageResizer
{
    public static RgbImage Resize(RgbImage image, ImageSize size) =>
        image.Size == size ? new RgbImage(size, image.Pixels.AsSpan().ToArray()) : Resize(image, image.Size.ToBox(), size);

    /// <summary>Resizes a part of an image, whose edges may lie between pixels.</summary>
    /// <param name="image">The whole image.</param>
    /// <param name="source">The part, in pixels of the image; inside it, and with an area.</param>
    /// <param name="size">The size that the part gets.</param>
    /// <exception cref="ArgumentException">The part does not lie inside the image, or has no area.</exception>
    public static RgbImage Resize(RgbImage image, Box source, ImageSize size)
    {
        if (source.Area <= 0 || source != source.ClipTo(image.Size))
        {
            throw new ArgumentException($"The part {source} of an image of {image.Size} must have an area and lie inside.");
        }

        var columns = ResampleTaps.Create(source.X1, source.X2, image.Width, size.Width);
        var rows = ResampleTaps.Create(source.Y1, source.Y2, image.Height, size.Height);

        // Only the source rows that some target row reads are brought to the target width.
        var (firstRow, rowCount) = (rows.FirstSource, rows.EndSource - rows.FirstSource);
        var narrowed = ArrayPool<byte>.Shared.Rent(checked(rowCount * size.Width * 3));
        try
        {
            var result = new RgbImage(size);
            HorizontalPass.Run(image, firstRow, rowCount, columns, narrowed);
            VerticalPass.Run(narrowed, firstRow, size.Width * 3, rows, result.Pixels);
            return result;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(narrowed);
        }
    }

    private static Box ToBox(this ImageSize size) => new(0, 0, size.Width, size.Height);
}
