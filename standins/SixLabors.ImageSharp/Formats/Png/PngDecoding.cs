using SixLabors.ImageSharp.Native;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>A PNG of any colour type, depth and interlacing to RGB pixels; alpha is dropped, not blended.</summary>
internal static unsafe class PngDecoding
{
    public static Image<Rgb24> Decode(ReadOnlySpan<byte> data)
    {
        var plain = PngColorChunks.Remove(data);
        var state = new LibPngImage { Version = LibPng.ImageVersion };
        try
        {
            fixed (byte* bytes = plain)
            {
                ThrowIfFailed(LibPng.BeginRead(&state, bytes, (nuint)plain.Length), state);
                var hasAlpha = (state.Format & LibPng.FormatFlagAlpha) != 0;
                (state.Format, state.Flags) = (hasAlpha ? LibPng.FormatRgba : LibPng.FormatRgb, state.Flags | LibPng.Flag16BitSrgb);
                var image = DecodedImage.Allocate(state.Width, state.Height);
                if (hasAlpha)
                {
                    var rgba = new byte[checked(image.Width * image.Height * 4)];
                    fixed (byte* pixels = rgba)
                    {
                        ThrowIfFailed(LibPng.FinishRead(&state, null, pixels, 0, null), state);
                    }

                    DropAlpha(rgba, image.Pixels);
                    return image;
                }

                fixed (Rgb24* pixels = image.Pixels)
                {
                    ThrowIfFailed(LibPng.FinishRead(&state, null, (byte*)pixels, 0, null), state);
                }

                return image;
            }
        }
        finally
        {
            LibPng.Free(&state);
        }
    }

    private static void ThrowIfFailed(int succeeded, in LibPngImage state)
    {
        if (succeeded == 0)
        {
            throw new InvalidImageContentException(state.Text);
        }
    }

    private static void DropAlpha(ReadOnlySpan<byte> rgba, Span<Rgb24> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var pixel = rgba.Slice(i * 4, 4);
            pixels[i] = new Rgb24(pixel[0], pixel[1], pixel[2]);
        }
    }
}
