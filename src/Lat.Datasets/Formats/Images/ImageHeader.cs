using System.Buffers.Binary;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads the size of a PNG or JPEG image from its first bytes, without decoding it.</summary>
public static class ImageHeader
{
    private const int MaxSide = 100_000;

    /// <summary>The size of the image as its pixels are stored (an EXIF orientation is not applied).</summary>
    /// <exception cref="LatException">The image cannot be read, or is neither PNG nor JPEG.</exception>
    public static ImageSize Read(ImageSource source)
    {
        using var stream = source.Open();
        try
        {
            return TryRead(stream) ?? throw new LatException(
                $"The image at {source.Location} is neither PNG nor JPEG, or was cut off. Replace it, or convert it to one of the two.");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new LatException($"The image at {source.Location} cannot be read: {exception.Message} Restore it.", exception);
        }
    }

    /// <summary>The size, or null where the stream does not begin as a PNG or JPEG image does.</summary>
    public static ImageSize? TryRead(Stream stream)
    {
        Span<byte> head = stackalloc byte[24];
        if (stream.ReadAtLeast(head[..2], 2, throwOnEndOfStream: false) < 2)
        {
            return null;
        }

        if (head[0] == 0xFF && head[1] == 0xD8)
        {
            return FromJpeg(stream);
        }

        return stream.ReadAtLeast(head[2..], 22, throwOnEndOfStream: false) == 22
            && head[..8].SequenceEqual(PngSignature)
            && head[12..16].SequenceEqual("IHDR"u8)
            ? SizeOf(BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]))
            : null;
    }

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Walks over the segments until the frame header (ITU T.81, B.2.2), the only one that knows the size.</summary>
    private static ImageSize? FromJpeg(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[5];
        Span<byte> skipped = stackalloc byte[4096];
        while (true)
        {
            var marker = stream.ReadByte();
            if (marker != 0xFF)
            {
                return null;
            }

            while (marker == 0xFF)
            {
                marker = stream.ReadByte();
            }

            if (marker is < 0 or 0xD9 or 0xDA)
            {
                return null;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (stream.ReadAtLeast(bytes[..2], 2, throwOnEndOfStream: false) < 2)
            {
                return null;
            }

            var left = BinaryPrimitives.ReadUInt16BigEndian(bytes) - 2;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return stream.ReadAtLeast(bytes, 5, throwOnEndOfStream: false) == 5
                    ? SizeOf(BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]))
                    : null;
            }

            while (left > 0)
            {
                var read = stream.Read(skipped[..Math.Min(left, skipped.Length)]);
                if (read == 0)
                {
                    return null;
                }

                left -= read;
            }
        }
    }

    private static ImageSize? SizeOf(uint width, uint height) =>
        width is >= 1 and <= MaxSide && height is >= 1 and <= MaxSide ? new ImageSize((int)width, (int)height) : null;
}
