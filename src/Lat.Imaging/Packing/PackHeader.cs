using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lat.Imaging;

/// <summary>
/// The first 64 bytes of a pack, little-endian: magic [8], version [4], count [4], offset of the index [8], length of the file [8], and the
/// SHA-256 of all that stands before it and of the index [32]. The pixels follow, image after image; then the index, an entry an image:
/// length of the name [4], name in UTF-8, width [4], height [4], offset of the pixels [8].
/// </summary>
internal sealed record PackHeader(int Count, long IndexOffset, long FileLength)
{
    public const int ByteCount = 64;
    public const int Version = 1;

    private const int DigestOffset = 32;

    private static ReadOnlySpan<byte> Magic => "LATPACK\n"u8;

    public static bool HasMagic(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    public static int VersionOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);

    public static PackHeader Parse(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]));

    /// <summary>Whether header and index are as they were written.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> index) =>
        Digest(bytes[..DigestOffset], index).AsSpan().SequenceEqual(bytes[DigestOffset..ByteCount]);

    public byte[] ToBytes(ReadOnlySpan<byte> index)
    {
        var bytes = new byte[ByteCount];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), IndexOffset);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), FileLength);
        Digest(bytes.AsSpan(0, DigestOffset), index).CopyTo(bytes, DigestOffset);
        return bytes;
    }

    private static byte[] Digest(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> index)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(fields);
        hash.AppendData(index);
        return hash.GetHashAndReset();
    }
}
