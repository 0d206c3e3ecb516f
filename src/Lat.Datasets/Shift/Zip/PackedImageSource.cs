using System.Buffers.Binary;
using System.IO.Compression;

namespace Lat.Datasets;

/// <summary>An image in a zip archive whose list was read before: opened straight at its place.</summary>
internal sealed record PackedImageSource(string Archive, string Name, ZipEntry Entry) : ImageSource
{
    /// <inheritdoc />
    public override string File => Archive;

    /// <inheritdoc />
    public override string Location => $"'{Archive}', entry '{Name}'";

    /// <summary>The archive's list has it.</summary>
    public override bool Exists => true;

    /// <inheritdoc />
    public override Stream Open()
    {
        try
        {
            using var handle = System.IO.File.OpenHandle(Archive);
            var header = Read(handle, Entry.HeaderOffset, ZipEntry.LocalHeaderLength);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50)
            {
                throw new InvalidDataException("The archive changed since its list was read.");
            }

            var skipped = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            var packed = Read(handle, Entry.HeaderOffset + ZipEntry.LocalHeaderLength + skipped, (int)Entry.PackedLength);
            return new MemoryStream(Entry.Method == 0 ? packed : Inflate(packed), writable: false);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>Unpacks exactly as many bytes as the list says, and never more.</summary>
    private byte[] Inflate(byte[] packed)
    {
        using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new byte[Entry.Length];
        stream.ReadExactly(bytes);
        return stream.ReadByte() < 0 ? bytes : throw new InvalidDataException("The entry is longer than the archive's list says.");
    }

    private static byte[] Read(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long offset, int count)
    {
        var bytes = new byte[count];
        for (var done = 0; done < count;)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(done), offset + done);
            done += read > 0 ? read : throw new EndOfStreamException("The archive was cut off.");
        }

        return bytes;
    }
}
