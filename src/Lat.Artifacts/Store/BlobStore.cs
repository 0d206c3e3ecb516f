using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Files by the hash of their content. What was hashed in this process is not hashed again while its size and time stand.</summary>
internal sealed class BlobStore(StoreLayout layout, StoreFiles files)
{
    private readonly ConcurrentDictionary<ContentHash, (long Size, DateTime Written)> _verified = new();

    /// <summary>From this size on, a file is hashed while the disk still takes it in: both cost about the same.</summary>
    private const long LargeSize = 4L << 20;

    // Waiting for the disk is most of the work, and a disk serves several that wait as fast as one.
    private const int AtOnce = 8;

    /// <summary>Makes files blobs; their content and names are on the disk when this returns.</summary>
    /// <exception cref="LatException">The disk refuses.</exception>
    public IReadOnlyList<StageOutput> AddAll(IReadOnlyList<(string Name, string Path)> sources)
    {
        var outputs = new StageOutput[sources.Count];
        if (sources.Count < AtOnce)
        {
            for (var index = 0; index < outputs.Length; index++)
            {
                outputs[index] = Add(sources[index].Name, sources[index].Path);
            }
        }
        else
        {
            AddAtOnce(sources, outputs);
        }

        foreach (var folder in outputs.Select(output => Path.GetDirectoryName(layout.Blob(output.Hash))!).Distinct(StringComparer.Ordinal))
        {
            files.FlushFolder(folder);
        }

        return outputs;
    }

    private void AddAtOnce(IReadOnlyList<(string Name, string Path)> sources, StageOutput[] outputs)
    {
        try
        {
            Parallel.For(0, outputs.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                index => outputs[index] = Add(sources[index].Name, sources[index].Path));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>
    /// Makes a file a blob. It takes the place of one that is already there: both are the same if that one is sound, and if it is not, this heals it.
    /// </summary>
    private StageOutput Add(string name, string path)
    {
        files.Seal(path);
        var size = StoreFiles.Guard("read", path, () => new FileInfo(path).Length);
        var hash = size < LargeSize ? FlushAndHash(path) : FlushWhileHashing(path);
        var blob = layout.Blob(hash);
        files.Replace(path, blob);
        Remember(hash, new FileInfo(blob));
        return new StageOutput(name, hash, size);
    }

    /// <summary>Makes a file the blob of an output if it is that output, byte for byte.</summary>
    /// <exception cref="LatException">The disk refuses.</exception>
    public bool TryAdd(StageOutput expected, string path)
    {
        if (StoreFiles.Guard("read", path, () => new FileInfo(path).Length) != expected.Size)
        {
            return false;
        }

        files.Seal(path);
        if (FlushWhileHashing(path) != expected.Hash)
        {
            return false;
        }

        var blob = layout.Blob(expected.Hash);
        files.Replace(path, blob);
        files.FlushFolder(Path.GetDirectoryName(blob)!);
        Remember(expected.Hash, new FileInfo(blob));
        return true;
    }

    private ContentHash FlushAndHash(string path)
    {
        files.Flush(path);
        return StoreFiles.Guard("read", path, () => ContentHash.OfFile(path));
    }

    private ContentHash FlushWhileHashing(string path)
    {
        var flushed = Task.Run(() => files.Flush(path));
        try
        {
            return StoreFiles.Guard("read", path, () => ContentHash.OfFile(path));
        }
        finally
        {
            flushed.GetAwaiter().GetResult();
        }
    }

    /// <summary>What is wrong with a blob; null where nothing is.</summary>
    public string? FindDamage(StageOutput output, Verification verification)
    {
        var file = new FileInfo(layout.Blob(output.Hash));
        if (!file.Exists)
        {
            return $"the file of output '{output.Name}' is gone ({output.Hash.Abbreviated})";
        }

        if (file.Length != output.Size)
        {
            return FormattableString.Invariant($"output '{output.Name}' has {file.Length} bytes, not {output.Size} ({output.Hash.Abbreviated})");
        }

        return verification == Verification.Presence || IsRemembered(output.Hash, file) ? null : HashAgain(output, file);
    }

    public string VerifiedPath(StageOutput output)
    {
        var path = layout.Blob(output.Hash);
        if (FindDamage(output, Verification.Content) is not { } damage)
        {
            return path;
        }

        _verified.TryRemove(output.Hash, out _);
        files.TryMoveAside(path, layout.Quarantine($"blob-{output.Hash.Hex}"));
        throw new DamagedBlobException(output, path, damage);
    }

    private string? HashAgain(StageOutput output, FileInfo file)
    {
        try
        {
            var hash = ContentHash.OfFile(file.FullName);
            if (hash != output.Hash)
            {
                return $"the content of output '{output.Name}' is {hash.Abbreviated}, not {output.Hash.Abbreviated}";
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"output '{output.Name}' cannot be read: {exception.Message}";
        }

        Remember(output.Hash, file);
        return null;
    }

    private bool IsRemembered(ContentHash hash, FileInfo file) =>
        _verified.TryGetValue(hash, out var known) && known == (file.Length, file.LastWriteTimeUtc);

    private void Remember(ContentHash hash, FileInfo file) => _verified[hash] = (file.Length, file.LastWriteTimeUtc);
}
