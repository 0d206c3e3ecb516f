using System.Buffers.Binary;

namespace Lat.Detection;

/// <summary>One field of a protobuf message.</summary>
/// <param name="Number">The field's number.</param>
/// <param name="Value">The bits of a number; 0 for content of a length.</param>
/// <param name="Content">What a field with a length holds; empty for a number.</param>
internal sealed record WireField(int Number, ulong Value, byte[] Content)
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;

    /// <summary>The fields in their order; reading ends where the rest is no field.</summary>
    public static IReadOnlyList<WireField> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var fields = new List<WireField>();
        while (TryReadVarint(ref bytes, out var tag) && TryRead((int)(tag >> 3), (int)(tag & 7), ref bytes) is { } field)
        {
            fields.Add(field);
        }

        return fields;
    }

    private static WireField? TryRead(int number, int wireType, ref ReadOnlySpan<byte> bytes)
    {
        switch (wireType)
        {
            case Varint when TryReadVarint(ref bytes, out var value):
                return new WireField(number, value, []);
            case Fixed64 when bytes.Length >= 8:
                var wide = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                bytes = bytes[8..];
                return new WireField(number, wide, []);
            case Fixed32 when bytes.Length >= 4:
                var narrow = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
                bytes = bytes[4..];
                return new WireField(number, narrow, []);
            case Delimited when TryReadVarint(ref bytes, out var length) && length <= (ulong)bytes.Length:
                var content = bytes[..(int)length].ToArray();
                bytes = bytes[(int)length..];
                return new WireField(number, 0, content);
            default:
                return null;
        }
    }

    private static bool TryReadVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var at = 0; at < bytes.Length && at < 10; at++)
        {
            value |= (ulong)(bytes[at] & 0x7F) << (7 * at);
            if (bytes[at] < 0x80)
            {
                bytes = bytes[(at + 1)..];
                return true;
            }
        }

        return false;
    }
}
