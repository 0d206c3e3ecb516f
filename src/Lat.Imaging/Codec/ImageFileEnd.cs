using System.Buffers.Binary;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>
/// Finds image files that were cut off. Decoders fill what is missing with grey and say nothing, and a detector would learn from the grey;
/// so the end is looked for before the pixels are.
/// </summary>
internal static class ImageFileEnd
{
    private const int PngSignatureLength = 8;

    /// <summary>Length, type and checksum around the data of a PNG's chunk.</summary>
    private const int PngChunkFrame = 12;

    /// <exception cref="LatException">The bytes are empty, or begin a JPEG or a PNG that they do not end.</exception>
    public static void ThrowIfMissing(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.IsEmpty)
        {
            throw ImageFault.Empty(name);
        }

        var isWhole = bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? HasJpegEnd(bytes)
            : !bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) || HasPngEnd(bytes);
        if (!isWhole)
        {
            throw ImageFault.Truncated(name, bytes.Length);
        }
    }

    /// <summary>An end of image behind the last start of scan: the end of a thumbnail in the header does not count.</summary>
    private static bool HasJpegEnd(ReadOnlySpan<byte> bytes) =>
        bytes.LastIndexOf<byte>([0xFF, 0xD9]) > bytes.LastIndexOf<byte>([0xFF, 0xDA]);

    private static bool HasPngEnd(ReadOnlySpan<byte> bytes)
    {
        long at = PngSignatureLength;
        while (at + PngChunkFrame <= bytes.Length)
        {
            var chunk = bytes[(int)at..];
            if (chunk.Slice(4, 4).SequenceEqual("IEND"u8))
            {
                return true;
            }

            at += BinaryPrimitives.ReadUInt32BigEndian(chunk) + PngChunkFrame;
        }

        return false;
    }
}
