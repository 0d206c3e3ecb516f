using System.IO.Compression;
using System.Text;
using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Detection;

/// <summary>PyTorch's zip format: `NAME/data.pkl`, and `NAME/data/KEY` for each storage, uncompressed.</summary>
internal static class PyTorchZip
{
    private const string Pickle = "/data.pkl";
    private const long LargestPickle = 1 << 28;

    /// <param name="file">Owned by the result.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="LatException">The archive is cut off or damaged, is something else, or its pickle is refused.</exception>
    public static CheckpointContent Read(SafeFileHandle file, string path)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(new FileStream(file, FileAccess.Read, 1 << 16), ZipArchiveMode.Read);
            return Read(archive, path);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            archive?.Dispose();
            throw new LatException(
                $"'{path}' begins as a zip archive, as PyTorch writes checkpoints, but is truncated or damaged ({exception.Message.TrimEnd('.')}). Fetch or make it again.",
                exception);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    private static CheckpointContent Read(ZipArchive archive, string path)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw new LatException($"'{path}' is damaged: its archive has two entries '{entry.FullName}'. Fetch or make it again.");
            }
        }

        var pickle = entries.Values.FirstOrDefault(entry => entry.FullName.IndexOf('/', StringComparison.Ordinal) == entry.FullName.Length - Pickle.Length
            && entry.FullName.EndsWith(Pickle, StringComparison.Ordinal)) ?? throw NoCheckpoint(path, entries.Keys);
        var name = pickle.FullName[..^Pickle.Length];
        if (entries.ContainsKey(name + "/constants.pkl"))
        {
            throw new LatException($"'{path}' is a TorchScript program, not a state_dict. In Python: torch.save(torch.jit.load(…).state_dict(), \"weights.pth\").");
        }

        CheckByteOrder(entries.GetValueOrDefault(name + "/byteorder"), path);
        var root = Unpickle(pickle, path);
        return PyTorchContent.Join(CheckpointFormat.PyTorchZip, root, path, archive, key =>
            entries.GetValueOrDefault($"{name}/data/{key}") is { } entry ? (Stored(entry, path).Length, start => Open(entry, start)) : null);
    }

    private static object? Unpickle(ZipArchiveEntry entry, string path)
    {
        if (Stored(entry, path).Length > LargestPickle)
        {
            throw new LatException($"'{path}' has a pickle of {entry.Length} bytes; a state_dict's has a few megabytes.");
        }

        using var stream = new BufferedStream(entry.Open(), 1 << 16);
        return new PickleMachine(new PickleInput(stream, path)).Run();
    }

    /// <summary>PyTorch never compresses; a compressed entry could unfold to any size.</summary>
    private static ZipArchiveEntry Stored(ZipArchiveEntry entry, string path) => entry.CompressedLength == entry.Length && !entry.IsEncrypted
        ? entry
        : throw new LatException($"'{path}' was compressed after PyTorch wrote it: '{entry.FullName}'. Save it again with torch.save.");

    private static void CheckByteOrder(ZipArchiveEntry? entry, string path)
    {
        if (entry is null)
        {
            return; // before PyTorch 2.1 it went without saying
        }

        var text = new byte[8];
        using var stream = entry.Open();
        var order = Encoding.Latin1.GetString(text, 0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        if (order != "little")
        {
            throw new LatException($"'{path}' was written on a machine of another byte order ('{order}'); only little-endian checkpoints are read. Save it again on another machine.");
        }
    }

    private static Stream Open(ZipArchiveEntry entry, long start)
    {
        var stream = entry.Open();
        if (stream.CanSeek)
        {
            stream.Position = start;
            return stream;
        }

        var buffer = new byte[1 << 16];
        for (var left = start; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            left -= read > 0 ? read : throw new EndOfStreamException("The archive ends early.");
        }

        return stream;
    }

    private static LatException NoCheckpoint(string path, IEnumerable<string> names) => new(
        $"'{path}' is a zip archive, but not a PyTorch checkpoint: it has no 'NAME/data.pkl'. It has: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(8))}.");
}
