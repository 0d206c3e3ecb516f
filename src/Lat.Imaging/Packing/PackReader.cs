using System.Text;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>Reads the index of a pack and checks all that can be checked without touching the pixels.</summary>
internal static class PackReader
{
    /// <exception cref="LatException">The file is no pack, was cut off, or its index is damaged.</exception>
    public static PackIndex ReadIndex(Stream stream, string path)
    {
        var bytes = new byte[PackHeader.ByteCount];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (!PackHeader.HasMagic(bytes.AsSpan(0, read)))
        {
            throw PackFault.NoPack(path, stream.Length);
        }

        if (read < bytes.Length)
        {
            throw PackFault.Truncated(path, PackHeader.ByteCount, stream.Length);
        }

        if (PackHeader.VersionOf(bytes) != PackHeader.Version)
        {
            throw PackFault.OtherVersion(path, PackHeader.VersionOf(bytes));
        }

        var header = PackHeader.Parse(bytes);
        if (header.FileLength != stream.Length)
        {
            throw PackFault.Truncated(path, header.FileLength, stream.Length);
        }

        var indexLength = header.FileLength - header.IndexOffset;
        if (header.IndexOffset < PackHeader.ByteCount || indexLength is < 0 or > int.MaxValue)
        {
            throw PackFault.Damaged(path);
        }

        var index = new byte[indexLength];
        stream.Position = header.IndexOffset;
        stream.ReadExactly(index);
        return PackHeader.Fits(bytes, index)
            ? new PackIndex(ParseEntries(index, header.Count))
            : throw PackFault.Damaged(path);
    }

    private static List<PackEntry> ParseEntries(byte[] index, int count)
    {
        using var reader = new BinaryReader(new MemoryStream(index), Encoding.UTF8);
        var entries = new List<PackEntry>(count);
        for (var i = 0; i < count; i++)
        {
            var name = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32()));
            var (width, height) = (reader.ReadInt32(), reader.ReadInt32());
            entries.Add(new PackEntry(name, new ImageSize(width, height), reader.ReadInt64()));
        }

        return entries;
    }
}
