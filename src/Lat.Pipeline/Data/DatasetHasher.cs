using System.Collections.Concurrent;
using System.Text;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>
/// Hashes datasets on disk by content, and remembers the hash of every file with its stamp, so that an unchanged dataset is verified without
/// reading it. A file that was written while or shortly before it was hashed is not remembered: a later write could leave the same stamp
/// (git's rule for racily clean entries).
/// </summary>
/// <param name="folder">Where to remember; null: nowhere.</param>
/// <param name="isParanoid">Whether every file is read whatever is remembered.</param>
/// <param name="slack">How coarse the disks' clocks may be, in nanoseconds. Default two seconds: FAT's.</param>
internal sealed class DatasetHasher(string? folder = null, bool isParanoid = false, long slack = 2_000_000_000)
{
    private readonly ConcurrentDictionary<string, Dictionary<string, StampedHash>> _known = new(StringComparer.Ordinal);
    private long _filesRead;

    /// <summary>How many files were read so far; the others were known.</summary>
    public long FilesRead => Interlocked.Read(ref _filesRead);

    /// <summary>
    /// The hash of a file, or of a folder with all its files. What is not there has a hash, too: an experiment can be planned before its data
    /// are downloaded, and its import says then what is missing.
    /// </summary>
    /// <exception cref="LatException">A folder cannot be listed.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ContentHash Hash(string path)
    {
        if (File.Exists(path))
        {
            return HashAll(path, [path], [""])[0];
        }

        var writer = new CanonicalWriter();
        if (!Directory.Exists(path))
        {
            writer.WriteNull();
            return writer.ToHash();
        }

        var faults = new ReadFaults("a dataset", path);
        var dataset = DatasetFolder.Open(path, faults);
        var files = dataset.Files(dataset.Root, "");
        faults.ThrowIfAny();
        var names = files.Select(dataset.NameOf).ToList();
        var hashes = HashAll(path, files, names);
        writer.WriteMap(names.Select((name, index) => KeyValuePair.Create(name, hashes[index])), (inner, hash) => inner.WriteHash(hash));
        return writer.ToHash();
    }

    private ContentHash[] HashAll(string root, IReadOnlyList<string> files, List<string> names)
    {
        var place = folder is null ? null : new StampFile(Path.Join(folder, ContentHash.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(root))).Hex + ".stamps"));
        var known = place is null ? [] : _known.GetOrAdd(root, _ => place.Read());
        var entries = new StampedHash?[files.Count];
        if (!isParanoid && known.Count > 0)
        {
            ForAll(files.Count, index =>
            {
                if (known.TryGetValue(names[index], out var entry) && FileStamp.Of(files[index]) == entry.Stamp)
                {
                    entries[index] = entry;
                }
            });
        }

        var unknown = Enumerable.Range(0, files.Count).Where(index => entries[index] is null).ToList();
        if (unknown.Count == 0 && known.Count == files.Count)
        {
            return [.. entries.Select(entry => entry!.Value.Hash)];
        }

        var hashes = entries.Select(entry => entry?.Hash ?? default).ToArray();
        var before = unknown.Count == 0 ? null : place?.Now();
        ForAll(unknown.Count, position =>
        {
            var index = unknown[position];
            (hashes[index], entries[index]) = Read(files[index], before - slack);
        });
        Remember(root, place, known, names, entries);
        return hashes;
    }

    /// <summary>Reads a file; the entry is null where its stamp is not to be trusted.</summary>
    private (ContentHash Hash, StampedHash? Entry) Read(string file, long? horizon)
    {
        var stamp = FileStamp.Of(file);
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, (int)Math.Clamp(stamp.Size, 1, 1 << 20), FileOptions.SequentialScan);
        var hash = ContentHash.Of(stream);
        Interlocked.Increment(ref _filesRead);
        return (hash, horizon is { } since && !stamp.IsSince(since) && FileStamp.Of(file) == stamp ? new StampedHash(stamp, hash) : null);
    }

    private void Remember(string root, StampFile? place, Dictionary<string, StampedHash> known, List<string> names, StampedHash?[] entries)
    {
        var now = new Dictionary<string, StampedHash>(entries.Length, StringComparer.Ordinal);
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index] is { } entry)
            {
                now[names[index]] = entry;
            }
        }

        if (place is not null && (now.Count != known.Count || now.Any(pair => !known.TryGetValue(pair.Key, out var entry) || entry != pair.Value)))
        {
            _known[root] = now;
            place.Write(now);
        }
    }

    private static void ForAll(int count, Action<int> body)
    {
        try
        {
            Parallel.For(0, count, body);
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            throw exception.InnerExceptions[0];
        }
    }
}
