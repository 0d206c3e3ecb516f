using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Reads the size of a PNG from its first chunk, without decoding.</summary>
internal static class PngHeader
{
    /// <param name="stream">Stands behind the signature.</param>
    /// <exception cref="EndOfStreamException">The file ends inside its first chunk.</exception>
    public static Size ReadSize(Stream stream)
    {
        Span<byte> chunk = stackalloc byte[16];
        stream.ReadExactly(chunk);
        var width = BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]);
        return chunk[4..8].SequenceEqual("IHDR"u8) && width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new Size((int)width, (int)height)
            : throw new InvalidImageContentException("The PNG does not begin with a valid header chunk.");
    }
}
