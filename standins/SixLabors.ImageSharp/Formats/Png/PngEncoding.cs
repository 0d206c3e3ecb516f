using System.Buffers;
using SixLabors.ImageSharp.Native;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>RGB pixels to an 8-bit RGB PNG.</summary>
internal static unsafe class PngEncoding
{
    public static ReadOnlySpan<byte> Encode(Image image, PngEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(encoder);
        var state = new LibPngImage
        {
            Version = LibPng.ImageVersion,
            Width = (uint)image.Width,
            Height = (uint)image.Height,
            Format = LibPng.FormatRgb,
        };

        // Filtered rows that deflate cannot shrink grow by less than an eighth; the rest is for the chunks around them.
        var capacity = checked(image.Height * (1 + (image.Width * 3L)) * 9 / 8) + 4096;
        var buffer = ArrayPool<byte>.Shared.Rent(checked((int)capacity));
        try
        {
            var length = (nuint)buffer.Length;
            fixed (byte* memory = buffer)
            fixed (byte* pixels = image.PixelBytes)
            {
                if (LibPng.Write(&state, memory, &length, 0, pixels, 0, null) == 0)
                {
                    throw new InvalidOperationException($"The PNG library failed: {state.Text}");
                }
            }

            return buffer.AsSpan(0, (int)length).ToArray();
        }
        finally
        {
            LibPng.Free(&state);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
