using System.Buffers.Binary;
using System.Numerics;

namespace Lat.Detection;

/// <summary>
/// The framing of TFRecord files, which event files are: length (8 bytes), masked CRC-32C of the length (4), data, masked CRC-32C of the
/// data (4), all little-endian. The mask is a rotation by 15 bits and an addition, so that a checksum of data with checksums in it stays good.
/// </summary>
internal static class RecordFraming
{
    private const int LengthBytes = 8, ChecksumBytes = 4;
    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>A record with its frame.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> data)
    {
        var framed = new byte[LengthBytes + ChecksumBytes + data.Length + ChecksumBytes];
        BinaryPrimitives.WriteInt64LittleEndian(framed, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(LengthBytes), MaskedChecksum(framed.AsSpan(0, LengthBytes)));
        data.CopyTo(framed.AsSpan(LengthBytes + ChecksumBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(framed.Length - ChecksumBytes), MaskedChecksum(data));
        return framed;
    }

    /// <summary>
    /// The record at the beginning of the bytes; the bytes then begin after it. False, and nothing moves, at the end or where the rest is
    /// cut off or damaged.
    /// </summary>
    public static bool TryTake(ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> data)
    {
        data = default;
        if (bytes.Length < LengthBytes + (2 * ChecksumBytes)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[LengthBytes..]) != MaskedChecksum(bytes[..LengthBytes]))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length < 0 || length > bytes.Length - LengthBytes - (2 * ChecksumBytes))
        {
            return false;
        }

        data = bytes.Slice(LengthBytes + ChecksumBytes, (int)length);
        var after = LengthBytes + ChecksumBytes + (int)length;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[after..]) != MaskedChecksum(data))
        {
            return false;
        }

        bytes = bytes[(after + ChecksumBytes)..];
        return true;
    }

    /// <summary>CRC-32 of Castagnoli's polynomial, masked.</summary>
    public static uint MaskedChecksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return BitOperations.RotateRight(~crc, 15) + MaskDelta;
    }
}
