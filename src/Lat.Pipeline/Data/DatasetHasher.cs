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
    private readonly ConcurrentDictionary<string, StampTable> _known = new(StringComparer.Ordinal);
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
            return HashAll(path, [path], [""], hashes => hashes[0]);
        }

        if (!Directory.Exists(path))
        {
            var writer = new CanonicalWriter();
            writer.WriteNull();
            return writer.ToHash();
        }

        var faults = new ReadFaults("a dataset", path);
        var dataset = DatasetFolder.Open(path, faults);
        var files = dataset.Files(dataset.Root, "");
        faults.ThrowIfAny();
        var names = files.Select(dataset.NameOf).ToList();
        return HashAll(path, files, names, hashes =>
        {
            var writer = new CanonicalWriter();
            writer.WriteMap(names.Select((name, index) => KeyValuePair.Create(name, hashes[index])), (inner, hash) => inner.WriteHash(hash));
            return writer.ToHash();
        });
    }

    private ContentHash HashAll(string root, IReadOnlyList<string> files, List<string> names, Func<ContentHash[], ContentHash> join)
    {
        var place = folder is null ? null : new StampFile(Path.Join(folder, ContentHash.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(root))).Hex + ".stamps"));
        var known = place is null ? StampTable.Empty : _known.GetOrAdd(root, _ => place.Read());
        if (!isParanoid && known.Whole is { } whole && IsUnchanged(known, files, names))
        {
            return whole;
        }

        var entries = new StampedHash?[files.Count];
        if (!isParanoid && known.Count > 0)
        {
            ForAll(files.Count, index =>
            {
                if (known.Find(names[index]) is { } entry && FileStamp.Of(files[index]) == entry.Stamp)
                {
                    entries[index] = entry;
                }
            });
        }

        var unknown = Enumerable.Range(0, files.Count).Where(index => entries[index] is null).ToList();
        var hashes = entries.Select(entry => entry?.Hash ?? default).ToArray();
        var before = unknown.Count == 0 ? null : place?.Now();
        ForAll(unknown.Count, position =>
        {
            var index = unknown[position];
            (hashes[index], entries[index]) = Read(files[index], before - slack);
        });
        var joined = join(hashes);
        if (place is not null)
        {
            _known[root] = StampTable.Of(names, entries, joined);
            place.Write(_known[root]);
        }

        return joined;
    }

    private static bool IsUnchanged(StampTable known, IReadOnlyList<string> files, List<string> names)
    {
        if (!known.HasNames(names))
        {
            return false;
        }

        var changed = 0;
        ForAll(files.Count, index =>
        {
            if (Volatile.Read(ref changed) == 0 && FileStamp.Of(files[index]) != known.StampAt(index))
            {
                Volatile.Write(ref changed, 1);
            }
        });
        return changed == 0;
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
