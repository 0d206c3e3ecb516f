using System.Buffers.Binary;

namespace Lat.Datasets;

/// <summary>Looks over the parts of a parquet file that describe it before the library believes them.</summary>
internal static class ParquetShape
{
    private const int TailLength = 8;

    /// <summary>Field 2 and 3 of a page's header: its bytes unpacked and packed.</summary>
    private const int Unpacked = 2;
    private const int Packed = 3;

    /// <summary>A page of up to 64 MiB may be of one value; a larger one is no more than 1,100 times as large as packed (deflate's limit is 1,032).</summary>
    private const long AlwaysUnpacked = 64L << 20;
    private const long MaxRatio = 1_100;

    /// <summary>The directory at the end of the file. What is no parquet file at all is left to the library to say.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void CheckDirectory(Stream file)
    {
        if (file.Length < TailLength)
        {
            return;
        }

        Span<byte> tail = stackalloc byte[TailLength];
        file.Position = file.Length - TailLength;
        file.ReadExactly(tail);
        var (length, end) = (BinaryPrimitives.ReadInt32LittleEndian(tail), file.Length - TailLength);
        if (tail[4..].SequenceEqual("PAR1"u8) && length > 0 && length <= end)
        {
            file.Position = end - length;
            Read(file, end, "its directory");
        }

        file.Position = 0;
    }

    /// <summary>The headers of the pages of a column.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the first page begins.</param>
    /// <param name="length">The bytes of all pages, as the directory has it.</param>
    /// <exception cref="InvalidDataException">A header is damaged, or a page claims to be larger than it can be.</exception>
    public static void CheckPages(Stream file, long start, long length)
    {
        if (start < 0 || length < 0 || start > file.Length - length)
        {
            throw new InvalidDataException(FormattableString.Invariant($"a column claims {length} bytes from byte {start}, but the file has {file.Length}"));
        }

        for (var page = start; page < start + length;)
        {
            file.Position = page;
            var numbers = Read(file, file.Length, "the header of a page");
            var (unpacked, packed) = (numbers.GetValueOrDefault(Unpacked, -1), numbers.GetValueOrDefault(Packed, -1));
            if (packed < 0 || packed > file.Length - file.Position || unpacked < 0 || unpacked > Math.Max(AlwaysUnpacked, packed * MaxRatio))
            {
                throw new InvalidDataException(FormattableString.Invariant($"the page at byte {page} claims {packed} bytes, and {unpacked} unpacked"));
            }

            page = file.Position + packed;
        }
    }

    private static IReadOnlyDictionary<int, long> Read(Stream file, long end, string what)
    {
        var outline = new ThriftOutline(file, end);
        try
        {
            outline.Read();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{what} is damaged: {exception.Message}", exception);
        }

        return outline.Numbers;
    }
}
