using System.Buffers.Binary;
using System.IO.Compression;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Encodes images as PNG, the same bytes for the same image, so that generated images can be opened like files.</summary>
public static class PngBytes
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <summary>A colour image, 8 bits a channel.</summary>
    public static byte[] Encode(RgbImage image) => Encode(image.Size, 8, 2, image.Pixels, image.Size.Width * 3);

    /// <summary>A label image, 16 bits a pixel.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="pixels">[height * width], row by row from the top.</param>
    public static byte[] EncodeGray16(ImageSize size, ReadOnlySpan<ushort> pixels)
    {
        var bytes = new byte[pixels.Length * 2];
        for (var index = 0; index < pixels.Length; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(index * 2), pixels[index]);
        }

        return Encode(size, 16, 0, bytes, size.Width * 2);
    }

    private static byte[] Encode(ImageSize size, byte depth, byte color, ReadOnlySpan<byte> pixels, int stride)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, size.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], size.Height);
        (header[8], header[9]) = (depth, color);
        WriteChunk(png, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < size.Height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(pixels.Slice(y * stride, stride));
            }
        }

        WriteChunk(png, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint CrcOf(int index)
    {
        var crc = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
