using System.Text;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>Writes a pack in one pass: room for the header, the pixels as they come, the index, and then the header.</summary>
internal static class PackWriter
{
    public static void Write(string path, IEnumerable<PackedImage> images)
    {
        var aside = path + ".partial";
        try
        {
            using var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
            WriteAndMove(stream, aside, path, images);
        }
        catch (Exception fault) when (ImageFault.IsAccess(fault))
        {
            throw PackFault.Unwritable(path, fault);
        }
    }

    private static void WriteAndMove(FileStream stream, string aside, string path, IEnumerable<PackedImage> images)
    {
        try
        {
            Write(stream, images);
            stream.Close();
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    private static void Write(Stream stream, IEnumerable<PackedImage> images)
    {
        stream.Write(new byte[PackHeader.ByteCount]);
        var entries = new List<PackEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fileName, image) in images)
        {
            if (!names.Add(fileName))
            {
                throw new ArgumentException($"The image '{fileName}' stands twice in the pack.");
            }

            entries.Add(new PackEntry(fileName, image.Size, stream.Position));
            stream.Write(image.Pixels);
        }

        var index = ToBytes(entries);
        var header = new PackHeader(entries.Count, stream.Position, stream.Position + index.Length);
        stream.Write(index);
        stream.Position = 0;
        stream.Write(header.ToBytes(index));
    }

    private static byte[] ToBytes(List<PackEntry> entries)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var entry in entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.FileName);
            writer.Write(name.Length);
            writer.Write(name);
            writer.Write(entry.Size.Width);
            writer.Write(entry.Size.Height);
            writer.Write(entry.Offset);
        }

        writer.Flush();
        return stream.ToArray();
    }
}
