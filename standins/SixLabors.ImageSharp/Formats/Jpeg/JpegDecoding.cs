using SixLabors.ImageSharp.Native;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>A JPEG to RGB pixels, with the accurate inverse transform and smooth chroma upsampling.</summary>
internal static unsafe class JpegDecoding
{
    public static Image<Rgb24> Decode(ReadOnlySpan<byte> data)
    {
        using var handle = TurboJpegHandle.ForDecompression();
        fixed (byte* bytes = data)
        {
            int width, height, subsampling, colorSpace;
            handle.ThrowIfFailed(TurboJpeg.DecompressHeader(handle, bytes, (nuint)data.Length, &width, &height, &subsampling, &colorSpace));
            var image = DecodedImage.Allocate(width, height);
            if (colorSpace is TurboJpeg.ColorSpaceCmyk or TurboJpeg.ColorSpaceYcck)
            {
                var inks = new byte[checked(width * height * 4)];
                fixed (byte* pixels = inks)
                {
                    Decompress(handle, bytes, data.Length, pixels, image.Size, TurboJpeg.PixelCmyk);
                }

                FromInvertedCmyk(inks, image.Pixels);
                return image;
            }

            fixed (Rgb24* pixels = image.Pixels)
            {
                Decompress(handle, bytes, data.Length, (byte*)pixels, image.Size, TurboJpeg.PixelRgb);
            }

            return image;
        }
    }

    private static void Decompress(TurboJpegHandle handle, byte* bytes, int length, byte* pixels, Size size, int pixelFormat)
    {
        var result = TurboJpeg.Decompress(handle, bytes, (nuint)length, pixels, size.Width, 0, size.Height, pixelFormat, TurboJpeg.AccurateDct);
        handle.ThrowIfFailed(result, acceptWarnings: true);
    }

    /// <summary>Adobe's CMYK files, the only ones about, hold each ink inverted: 255 is none.</summary>
    private static void FromInvertedCmyk(ReadOnlySpan<byte> inks, Span<Rgb24> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var ink = inks.Slice(i * 4, 4);
            pixels[i] = new Rgb24(Multiply(ink[0], ink[3]), Multiply(ink[1], ink[3]), Multiply(ink[2], ink[3]));
        }
    }

    private static byte Multiply(byte ink, byte black) => (byte)(((ink * black) + 127) / 255);
}
