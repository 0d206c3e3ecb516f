using System.Buffers.Binary;
using System.IO.Compression;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Reads label images: PNG of one channel, 8 or 16 bits, not interlaced. Labels must arrive bit by bit, and the imaging library is another
/// floor's; photographs are decoded there.
/// </summary>
internal static class GrayPng
{
    private const long MaxPixels = 100_000_000;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="InvalidDataException">The stream is no such image, or is damaged.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static GrayImage Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[33];
        if (stream.ReadAtLeast(head, 33, throwOnEndOfStream: false) < 33 || !head[..8].SequenceEqual(Signature) || !head[12..16].SequenceEqual("IHDR"u8))
        {
            throw new InvalidDataException("It is no PNG image");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));
        var (depth, color, interlace) = (head[24], head[25], head[28]);
        if (width == 0 || height == 0 || (ulong)width * height > MaxPixels || color != 0 || depth is not (8 or 16) || interlace != 0)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"It has {width}x{height} pixels of {depth} bits, color type {color}, interlace {interlace}; expected grey of 8 or 16 bits, not interlaced"));
        }

        using var packed = ReadData(stream);
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        return new GrayImage(new ImageSize((int)width, (int)height), ReadRows(rows, (int)width, (int)height, depth / 8));
    }

    private static MemoryStream ReadData(Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        var data = new MemoryStream();
        while (true)
        {
            if (stream.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8)
            {
                throw new InvalidDataException("The PNG image was cut off");
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length > ImageSource.MaxBytes || (stream.CanSeek && length > stream.Length - stream.Position))
            {
                throw new InvalidDataException("The PNG image was cut off");
            }

            if (head[4..].SequenceEqual("IEND"u8))
            {
                data.Position = 0;
                return data;
            }

            var chunk = new byte[length + 4];
            stream.ReadExactly(chunk);
            if (head[4..].SequenceEqual("IDAT"u8))
            {
                data.Write(chunk, 0, (int)length);
            }
        }
    }

    private static ushort[] ReadRows(ZLibStream rows, int width, int height, int bytes)
    {
        var (line, above) = (new byte[width * bytes], new byte[width * bytes]);
        var pixels = new ushort[width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            if (filter < 0 || rows.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length)
            {
                throw new InvalidDataException("The PNG image was cut off");
            }

            Unfilter(filter, line, above, bytes);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = bytes == 1 ? line[x] : BinaryPrimitives.ReadUInt16BigEndian(line.AsSpan(x * 2));
            }

            (line, above) = (above, line);
        }

        return pixels;
    }

    /// <summary>Undoes the prediction of a row (PNG specification, section 9).</summary>
    private static void Unfilter(int filter, byte[] line, byte[] above, int bytes)
    {
        for (var index = 0; index < line.Length && filter != 0; index++)
        {
            var left = index >= bytes ? line[index - bytes] : 0;
            int up = above[index];
            var corner = index >= bytes ? above[index - bytes] : 0;
            line[index] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException(FormattableString.Invariant($"The PNG image has a row of the unknown filter {filter}")),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
