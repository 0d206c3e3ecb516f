using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// A folder of results by key and of their files by content. An entry appears whole or not at all, its files are read-only, and whatever is
/// damaged counts as absent: it is moved aside, and the stage that makes it runs again. Safe for many processes at once.
/// </summary>
public sealed class ArtifactStore
{
    private readonly StoreLayout _layout;
    private readonly StoreFiles _files;
    private readonly BlobStore _blobs;

    /// <param name="directory">The store's folder; made when something is first written.</param>
    public ArtifactStore(string directory) : this(directory, new StoreFiles())
    {
    }

    internal ArtifactStore(string directory, StoreFiles files)
    {
        (_layout, _files) = (new StoreLayout(directory), files);
        _blobs = new BlobStore(_layout, files);
        History = new NodeHistory(_layout, files);
    }

    /// <summary>The full path of the store's folder.</summary>
    public string Directory => _layout.Root;

    /// <summary>What each node of each experiment was when it last ran or was reused.</summary>
    public NodeHistory History { get; }

    internal StoreLayout Layout => _layout;

    internal StoreFiles Files => _files;

    /// <summary>What is stored under a key; changes nothing.</summary>
    public StoreLookup Inspect(StageKey key, Verification verification = Verification.Presence)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(_layout.Manifest(key));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new StoreLookup(null, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StoreLookup(null, $"the manifest cannot be read: {exception.Message}");
        }

        try
        {
            var result = ManifestFormat.Read(bytes);
            if (result.Key != key || result.Parts.ToKey() != key)
            {
                return new StoreLookup(null, $"the manifest is that of another key, {result.Key.Abbreviated}");
            }

            var damage = result.Outputs.Select(output => _blobs.FindDamage(output, verification)).FirstOrDefault(text => text is not null);
            return damage is null ? new StoreLookup(result, null) : new StoreLookup(null, damage);
        }
        catch (FormatException exception)
        {
            return new StoreLookup(null, exception.Message);
        }
    }

    /// <summary>The result under a key; null where there is none. A damaged one is moved to quarantine/ and counts as none.</summary>
    public StageResult? TryGet(StageKey key, Verification verification = Verification.Presence)
    {
        var lookup = Inspect(key, verification);
        if (lookup.Damage is not null)
        {
            _files.TryMoveAside(_layout.Result(key), _layout.Quarantine($"result-{key.Hex}"));
        }

        return lookup.Result;
    }

    /// <summary>The folder in which a stage works. It outlives a stage that dies, so that the next attempt finds its checkpoints.</summary>
    /// <param name="key">The stage's key.</param>
    /// <param name="isResumed">Whether an earlier attempt left its files there.</param>
    /// <exception cref="LatException">The folder cannot be made.</exception>
    public string OpenWorkDirectory(StageKey key, out bool isResumed)
    {
        var path = _layout.Work(key);
        _files.CreateDirectory(path);
        isResumed = StoreFiles.Guard("read", path, () => System.IO.Directory.EnumerateFileSystemEntries(path).Any());
        return path;
    }

    /// <summary>Removes the work directory of a stage that is done. What cannot be removed stays, and costs space only.</summary>
    public void DeleteWorkDirectory(StageKey key) => _files.TryDeleteDirectory(_layout.Work(key));

    /// <summary>
    /// Moves outputs into the store, the manifest last. Where another process was first, its result stands and is returned.
    /// </summary>
    /// <param name="parts">What the result depends on.</param>
    /// <param name="workDirectory">The folder from <see cref="OpenWorkDirectory"/>; the outputs leave it.</param>
    /// <param name="outputs">Paths of files inside the work directory, `/` between folders.</param>
    /// <param name="measurements">What was observed.</param>
    /// <exception cref="LatException">An output is missing or lies outside the folder, or the disk refuses; nothing is published.</exception>
    public StageResult Publish(StageKeyParts parts, string workDirectory, IEnumerable<string> outputs, StageMeasurements measurements)
    {
        var key = parts.ToKey();
        var files = OutputFiles.Find(workDirectory, outputs);
        EquatableArray<StageOutput> stored = [.. files.Select(file => _blobs.Add(file.Name, file.Path))];
        if (Inspect(key).Result is { } first)
        {
            return first;
        }

        var result = new StageResult(key, parts, stored, measurements with { Seconds = Math.Round(measurements.Seconds, 3) });
        _files.WriteAtomically(_layout.Manifest(key), ManifestFormat.Write(result), durable: true);
        return result;
    }

    /// <summary>The read-only file of an output, its content hashed once per process and whenever the file changed since.</summary>
    /// <exception cref="DamagedBlobException">The content is not what it was; the file was moved to quarantine/.</exception>
    public string VerifiedPath(StageOutput output) => _blobs.VerifiedPath(output);

    /// <summary>As <see cref="VerifiedPath"/>, opened for reading.</summary>
    /// <exception cref="DamagedBlobException">The content is not what it was; the file was moved to quarantine/.</exception>
    public FileStream OpenVerified(StageOutput output)
    {
        var path = VerifiedPath(output);
        return StoreFiles.Guard("read", path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
    }
}
