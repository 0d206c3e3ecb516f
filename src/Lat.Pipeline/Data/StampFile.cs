using System.Security.Cryptography;
using System.Text;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// The hashes of the files of one dataset, kept beside the store. A file of its own for each dataset, written aside and moved into place: of two
/// writers the later one wins, and a reader meets one or the other, whole. What is damaged counts as absent: it may be deleted at any time.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class StampFile(string path)
{
    private const int ChecksumSize = 32;
    private const ulong Magic = 0x32_53_50_4d_54_53_54_4c; // "LTSTMPS2"
    private static int _count;

    /// <summary>What is known; nothing where the file is missing or damaged.</summary>
    public StampTable Read()
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - ChecksumSize));
            return bytes.Length > ChecksumSize && SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)) ? Parse(bytes) : StampTable.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return StampTable.Empty;
        }
    }

    /// <summary>Takes the place of what was known. A folder that cannot be written goes without.</summary>
    public void Write(StampTable known)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(known.Whole is not null);
            writer.Write(known.Whole?.ToBytes() ?? new byte[StampTable.DigestSize]);
            writer.Write(known.Count);
            for (var index = 0; index < known.Count; index++)
            {
                var stamp = known.StampAt(index);
                writer.Write(known.NameAt(index));
                writer.Write(stamp.Size);
                writer.Write(stamp.Modified);
                writer.Write(stamp.Changed);
                writer.Write(stamp.Node);
                writer.Write(known.DigestAt(index));
            }
        }

        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        Aside(temporary =>
        {
            File.WriteAllBytes(temporary, content.GetBuffer().AsSpan(0, (int)content.Length));
            File.Move(temporary, path, overwrite: true);
            return true;
        });
    }

    /// <summary>The time by the clock of the disk that the hashes lie on; null where it cannot be written.</summary>
    public long? Now() => Aside(temporary =>
    {
        File.WriteAllBytes(temporary, []);
        return FileStamp.Of(temporary).Modified;
    });

    private T? Aside<T>(Func<string, T> write) where T : struct
    {
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _count)}.tmp");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var result = write(temporary);
            File.Delete(temporary);
            return result;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static StampTable Parse(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - ChecksumSize), Encoding.UTF8);
        if (reader.ReadUInt64() != Magic)
        {
            return StampTable.Empty;
        }

        var isWhole = reader.ReadBoolean();
        var whole = ContentHash.FromBytes(reader.ReadBytes(StampTable.DigestSize));
        var count = reader.ReadInt32();
        var (names, stamps, digests) = (new string[count], new FileStamp[count], new byte[count * StampTable.DigestSize]);
        for (var index = 0; index < count; index++)
        {
            names[index] = reader.ReadString();
            stamps[index] = new FileStamp(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64());
            reader.BaseStream.ReadExactly(digests, index * StampTable.DigestSize, StampTable.DigestSize);
        }

        return new StampTable(names, stamps, digests, isWhole ? whole : null);
    }
}
