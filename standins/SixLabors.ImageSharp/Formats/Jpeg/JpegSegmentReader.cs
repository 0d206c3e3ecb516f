namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Walks the segments of a JPEG: bytes that were read ahead first, then the stream.</summary>
internal ref struct JpegSegmentReader(Stream stream, ReadOnlySpan<byte> ahead)
{
    private ReadOnlySpan<byte> _ahead = ahead;

    /// <summary>The next marker and how many bytes of its segment follow.</summary>
    public (byte Marker, int Length) ReadSegmentHead()
    {
        if (ReadByte() != 0xFF)
        {
            throw new InvalidImageContentException("The JPEG has no marker where one must stand.");
        }

        byte marker;
        do
        {
            // Any number of 0xFF may pad a marker.
            marker = ReadByte();
        }
        while (marker == 0xFF);

        if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
        {
            return (marker, 0);
        }

        var length = ReadUInt16();
        return length >= 2
            ? (marker, length - 2)
            : throw new InvalidImageContentException("The JPEG has a segment with a length below 2.");
    }

    public int ReadUInt16() => (ReadByte() << 8) | ReadByte();

    public void Skip(int count)
    {
        for (var i = 0; i < count; i++)
        {
            ReadByte();
        }
    }

    private byte ReadByte()
    {
        if (_ahead.IsEmpty)
        {
            var next = stream.ReadByte();
            return next >= 0 ? (byte)next : throw new EndOfStreamException();
        }

        var first = _ahead[0];
        _ahead = _ahead[1..];
        return first;
    }
}
