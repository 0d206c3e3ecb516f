using System.Buffers.Binary;
using System.Text;

namespace Lat.Datasets;

/// <summary>One record of a zip archive's list of entries (PKWARE APPNOTE 4.3.12).</summary>
/// <param name="Name">The name in the archive.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
/// <param name="PackedLength">Bytes in the archive.</param>
/// <param name="Length">Bytes when unpacked.</param>
/// <param name="HeaderOffset">Where the entry begins in the archive.</param>
/// <param name="RecordLength">Bytes of this record.</param>
internal sealed record ZipEntry(
    string Name, int Method, bool IsEncrypted, long PackedLength, long Length, long HeaderOffset, int RecordLength)
{
    /// <summary>Bytes of an entry's own header before its name.</summary>
    public const int LocalHeaderLength = 30;

    private const int FixedLength = 46;

    /// <summary>Deflate cannot pack better than 1032 to 1; what claims to is a bomb or damaged.</summary>
    private const long MaxRatio = 1032;

    /// <exception cref="InvalidDataException">The bytes are no such record.</exception>
    public static ZipEntry Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != 0x02014b50)
        {
            throw new InvalidDataException("has a damaged list of entries");
        }

        int nameLength = U16(bytes, 28), extraLength = U16(bytes, 30), commentLength = U16(bytes, 32);
        var total = FixedLength + nameLength + extraLength + commentLength;
        if (bytes.Length < total)
        {
            throw new InvalidDataException("has a damaged list of entries");
        }

        var entry = new ZipEntry(
            Encoding.UTF8.GetString(bytes.Slice(FixedLength, nameLength)),
            U16(bytes, 10),
            (U16(bytes, 8) & 1) != 0,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]),
            total);
        return entry.WithLargeNumbers(bytes.Slice(FixedLength + nameLength, extraLength));
    }

    /// <summary>What is wrong with the entry in an archive of this length; null where nothing is.</summary>
    public string? ProblemOf(long archiveLength)
    {
        if (IsEncrypted)
        {
            return "needs a password";
        }

        if (Method is not (0 or 8))
        {
            return FormattableString.Invariant($"is packed by method {Method}; expected stored (0) or deflate (8)");
        }

        if (PackedLength < 0 || HeaderOffset < 0 || HeaderOffset > archiveLength - LocalHeaderLength || PackedLength > archiveLength - HeaderOffset)
        {
            return "lies outside of the archive";
        }

        return Length is < 0 or > ImageSource.MaxBytes || PackedLength > ImageSource.MaxBytes || (Method == 0 && Length != PackedLength) || Length > (PackedLength * MaxRatio) + 64
            ? FormattableString.Invariant($"claims to unpack from {PackedLength} to {Length} bytes, which no image does")
            : null;
    }

    /// <summary>Numbers of 32 bits that are all ones stand in the extra field with 64 bits, in this order.</summary>
    private ZipEntry WithLargeNumbers(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int kind = U16(extra, 0), length = U16(extra, 2);
            if (length > extra.Length - 4)
            {
                break;
            }

            if (kind == 1)
            {
                var numbers = extra.Slice(4, length);
                var unpacked = Length == uint.MaxValue ? Take(ref numbers) : Length;
                var packed = PackedLength == uint.MaxValue ? Take(ref numbers) : PackedLength;
                var offset = HeaderOffset == uint.MaxValue ? Take(ref numbers) : HeaderOffset;
                return this with { Length = unpacked, PackedLength = packed, HeaderOffset = offset };
            }

            extra = extra[(4 + length)..];
        }

        return this;
    }

    private static long Take(ref ReadOnlySpan<byte> numbers)
    {
        if (numbers.Length < 8)
        {
            throw new InvalidDataException("has a damaged list of entries");
        }

        var value = BinaryPrimitives.ReadInt64LittleEndian(numbers);
        numbers = numbers[8..];
        return value;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);
}
