using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats;

/// <summary>Makes room for the pixels of a file, whose header may claim any size.</summary>
internal static class DecodedImage
{
    /// <summary>As many pixels as an array of four bytes each may hold.</summary>
    private const long MaximumPixels = int.MaxValue / 4;

    /// <exception cref="InvalidImageContentException">The file claims no pixels, or more than can be held.</exception>
    public static Image<Rgb24> Allocate(long width, long height) => width > 0 && height > 0 && width * height <= MaximumPixels
        ? new Image<Rgb24>((int)width, (int)height)
        : throw new InvalidImageContentException(FormattableString.Invariant(
            $"Cannot decode an image of {width}x{height} pixels; at most {MaximumPixels} can be held."));
}
