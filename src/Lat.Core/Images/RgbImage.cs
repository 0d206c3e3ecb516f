namespace Lat.Core;

/// <summary>The pixels of an image: 8-bit RGB, row by row, three bytes a pixel ([H, W, 3]).</summary>
public sealed class RgbImage
{
    /// <param name="size">Width and height.</param>
    /// <param name="pixels">[H, W, 3] bytes; kept, not copied.</param>
    /// <exception cref="ArgumentException">The number of bytes does not fit the size.</exception>
    public RgbImage(ImageSize size, byte[] pixels)
    {
        if (pixels.Length != size.PixelCount * 3)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"An RGB image of {size} has {size.PixelCount * 3} bytes, not {pixels.Length}."));
        }

        (Size, Pixels) = (size, pixels);
    }

    public RgbImage(ImageSize size) : this(size, new byte[size.PixelCount * 3])
    {
    }

    public ImageSize Size { get; }
    public int Width => Size.Width;
    public int Height => Size.Height;

    /// <summary>[H, W, 3] bytes.</summary>
    public byte[] Pixels { get; }
}
