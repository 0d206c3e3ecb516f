namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Finds the size of a JPEG in its frame header, without decoding.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;

    /// <param name="stream">Stands behind <paramref name="start"/>.</param>
    /// <param name="start">The first bytes, already read: the start of image and the head of the first segment.</param>
    /// <exception cref="EndOfStreamException">The file ends before its frame header.</exception>
    public static Size ReadSize(Stream stream, ReadOnlySpan<byte> start)
    {
        // Two bytes of the start of image; the rest is the beginning of the segments.
        var reader = new JpegSegmentReader(stream, start[2..]);
        while (true)
        {
            var (marker, length) = reader.ReadSegmentHead();
            if (IsFrame(marker))
            {
                // The bits of a sample stand before the size, height first.
                reader.Skip(1);
                var height = reader.ReadUInt16();
                return new Size(reader.ReadUInt16(), height);
            }

            if (marker == StartOfScan)
            {
                throw new InvalidImageContentException("The JPEG has no frame header.");
            }

            reader.Skip(length);
        }
    }

    /// <summary>C0 to CF begin a frame, but for the tables among them: Huffman (C4), an extension (C8), arithmetic coding (CC).</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
