using System.Buffers.Binary;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// The list of the images in a zip archive, read once, so that each of 150,000 images is found and opened without reading the list again.
/// Nothing is ever unpacked to a path that the archive names.
/// </summary>
internal sealed class ZipIndex
{
    private const int EndLength = 22;
    private const int MaxComment = 65_535;
    private const long MaxDirectory = 1L << 30;
    private const string Remedy = "Download the archive again";
    private readonly Dictionary<string, PackedImageSource> _entries = new(StringComparer.Ordinal);
    private readonly string _path;

    private ZipIndex(string path) => _path = path;

    /// <summary>How many files are in the archive.</summary>
    public int Count => _entries.Count;

    /// <summary>Reads the list of an archive.</summary>
    /// <exception cref="LatException">The archive cannot be read, or is damaged.</exception>
    public static ZipIndex Open(string path, ReadFaults faults)
    {
        var index = new ZipIndex(path);
        try
        {
            using var handle = File.OpenHandle(path);
            index.Read(handle, faults);
        }
        catch (InvalidDataException exception)
        {
            faults.Stop(new RecordPlace(path), exception.Message, Remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Stop(new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }

        return index;
    }

    /// <summary>The image of that name; null where the archive lacks it.</summary>
    public PackedImageSource? Find(string name) => _entries.GetValueOrDefault(name);

    private void Read(Microsoft.Win32.SafeHandles.SafeFileHandle handle, ReadFaults faults)
    {
        var length = RandomAccess.GetLength(handle);
        var (start, size) = FindDirectory(handle, length);
        if (start < 0 || size < 0 || size > MaxDirectory || start > length - size)
        {
            throw new InvalidDataException("is a zip archive whose list of entries lies outside of it");
        }

        var directory = ReadBytes(handle, start, (int)size);
        var position = 0;
        for (var number = 0L; position < directory.Length; number++)
        {
            position += ReadEntry(directory.AsSpan(position), length, number, faults);
        }
    }

    private int ReadEntry(ReadOnlySpan<byte> bytes, long archiveLength, long number, ReadFaults faults)
    {
        var entry = ZipEntry.Parse(bytes);
        var place = new RecordPlace(_path, "entries", number);
        if (entry.Name.EndsWith('/'))
        {
            return entry.RecordLength;
        }

        if (ImageName.ProblemOf(entry.Name) is not null)
        {
            faults.Warn("zip entries skipped: unsafe name", place, $"'{entry.Name}' is no name inside a dataset", "Pack the archive anew");
        }
        else if (entry.ProblemOf(archiveLength) is { } problem)
        {
            faults.Add(place, $"'{entry.Name}' {problem}", Remedy);
        }
        else if (!_entries.TryAdd(entry.Name, new PackedImageSource(_path, entry.Name, entry)))
        {
            faults.Add(place, $"'{entry.Name}' stands twice in the archive", "Pack the archive anew with each image once");
        }

        return entry.RecordLength;
    }

    /// <summary>Where the central directory is (PKWARE APPNOTE 4.3.16, and 4.3.14 for archives beyond 4 GiB).</summary>
    private static (long Start, long Size) FindDirectory(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long length)
    {
        var tailLength = (int)Math.Min(length, EndLength + MaxComment);
        var tail = ReadBytes(handle, length - tailLength, tailLength);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054b50)
            {
                continue;
            }

            long size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            var locator = length - tailLength + at - 20;
            if ((size == uint.MaxValue || start == uint.MaxValue) && locator >= 0)
            {
                var found = ReadBytes(handle, locator, 20);
                var at64 = BinaryPrimitives.ReadInt64LittleEndian(found.AsSpan(8));
                if (BinaryPrimitives.ReadUInt32LittleEndian(found) == 0x07064b50 && at64 >= 0 && at64 <= length - 56)
                {
                    var end64 = ReadBytes(handle, at64, 56).AsSpan();
                    return (BinaryPrimitives.ReadInt64LittleEndian(end64[48..]), BinaryPrimitives.ReadInt64LittleEndian(end64[40..]));
                }
            }

            return (start, size);
        }

        throw new InvalidDataException("is no zip archive, or was cut off");
    }

    private static byte[] ReadBytes(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long offset, int count)
    {
        var bytes = new byte[count];
        var done = 0;
        while (done < count)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(done), offset + done);
            done += read > 0 ? read : throw new InvalidDataException("was cut off while it was read");
        }

        return bytes;
    }
}
