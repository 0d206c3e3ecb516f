using SixLabors.ImageSharp.Native;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>RGB pixels to a JPEG with 4:2:0 chroma, quality 75 unless said otherwise, as the package does.</summary>
internal static unsafe class JpegEncoding
{
    private const int DefaultQuality = 75;

    public static byte[] Encode(Image image, JpegEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(encoder);
        using var handle = TurboJpegHandle.ForCompression();
        byte* bytes = null;
        nuint length = 0;
        try
        {
            fixed (byte* pixels = image.PixelBytes)
            {
                handle.ThrowIfFailed(TurboJpeg.Compress(
                    handle, pixels, image.Width, 0, image.Height, TurboJpeg.PixelRgb, &bytes, &length,
                    TurboJpeg.Subsampling420, encoder.Quality ?? DefaultQuality, TurboJpeg.AccurateDct));
            }

            return new ReadOnlySpan<byte>(bytes, checked((int)length)).ToArray();
        }
        finally
        {
            TurboJpeg.Free(bytes);
        }
    }
}
