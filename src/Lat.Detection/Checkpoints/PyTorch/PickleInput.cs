using System.Buffers.Binary;
using System.Text;
using Lat.Core;

namespace Lat.Detection;

/// <summary>The bytes of a pickle, with their positions.</summary>
/// <param name="stream">At the pickle's first byte.</param>
/// <param name="path">The file, for messages.</param>
internal sealed class PickleInput(Stream stream, string path)
{
    private const int LongestName = 1 << 10, LongestText = 1 << 24;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes were read.</summary>
    public long Position { get; private set; }

    public string Path => path;

    public byte ReadByte()
    {
        var value = stream.ReadByte();
        Position++;
        return value >= 0 ? (byte)value : throw Truncated();
    }

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(ReadBytes(2));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(8));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(ReadBytes(8));

    /// <param name="count">As the pickle says; nothing is allocated for more than a text may have.</param>
    public byte[] ReadBytes(long count)
    {
        if (count is < 0 or > LongestText)
        {
            throw Fault($"a value has {count} bytes");
        }

        // The length is a claim: memory grows with what is there.
        var bytes = new byte[Math.Min(count, 1 << 16)];
        for (var read = 0; read < count;)
        {
            if (read == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(count, bytes.Length * 2L));
            }

            var got = stream.Read(bytes, read, bytes.Length - read);
            read += got > 0 ? got : throw Truncated();
        }

        Position += count;
        return bytes;
    }

    public string ReadText(long count)
    {
        try
        {
            return Strict.GetString(ReadBytes(count));
        }
        catch (DecoderFallbackException)
        {
            throw Fault("a text is not UTF-8");
        }
    }

    /// <summary>A name up to the end of its line.</summary>
    public string ReadLine()
    {
        var name = new StringBuilder();
        for (var letter = ReadByte(); letter != '\n'; letter = ReadByte())
        {
            name.Append(name.Length < LongestName && letter is >= 0x20 and < 0x7F ? (char)letter : throw Fault("a name is not a name"));
        }

        return name.ToString();
    }

    public LatException Fault(string message) => PickleFault.At(path, Position, message);

    private LatException Truncated() => new(FormattableString.Invariant(
        $"'{path}' is truncated: its pickle ends at byte {Position} without its end. Fetch or make the file again."));
}
