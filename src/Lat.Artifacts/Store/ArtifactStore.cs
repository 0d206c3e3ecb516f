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
    private readonly StoreMarker _marker;
    private readonly WorkFolders _work;

    /// <param name="directory">The store's folder; made when something is first written.</param>
    public ArtifactStore(string directory) : this(directory, new StoreFiles())
    {
    }

    internal ArtifactStore(string directory, StoreFiles files, LockOwner? self = null)
    {
        (_layout, _files, Self) = (new StoreLayout(directory), files, self ?? LockOwner.Current);
        (_blobs, _marker, _work) = (new BlobStore(_layout, files), new StoreMarker(_layout, files), new WorkFolders(_layout, files));
        History = new NodeHistory(_layout, files);
        files.Bounds = new StoreBounds(_layout.Root);
    }

    /// <summary>The full path of the store's folder.</summary>
    public string Directory => _layout.Root;

    /// <summary>What each node of each experiment was when it last ran or was reused.</summary>
    public NodeHistory History { get; }

    internal StoreLayout Layout => _layout;

    internal StoreFiles Files => _files;

    internal BlobStore Blobs => _blobs;

    /// <summary>Under whose name locks are taken.</summary>
    internal LockOwner Self { get; }

    /// <summary>How long an owner elsewhere may be silent.</summary>
    internal TimeSpan LockPatience { get; init; } = StageLock.Patience;

    /// <summary>Makes the store where there is none.</summary>
    /// <exception cref="LatException">It has vanished since it was last seen, is of another layout, or cannot be written.</exception>
    internal void Require() => _marker.Require();

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
    public string OpenWorkDirectory(StageKey key, out bool isResumed) => OpenWorkDirectory(key, isShared: false, out isResumed);

    /// <inheritdoc cref="WorkFolders.Open"/>
    internal string OpenWorkDirectory(StageKey key, bool isShared, out bool isResumed)
    {
        Require();
        return _work.Open(key, isShared, out isResumed);
    }

    /// <summary>Removes the work directory of a stage that is done. What cannot be removed stays, and costs space only.</summary>
    public void DeleteWorkDirectory(StageKey key) => _work.Delete(key);

    /// <summary>Marks a result as used today, for a later garbage collection. A store that cannot be written stays as it is.</summary>
    public void MarkUsed(StageKey key)
    {
        var manifest = _layout.Manifest(key);
        if (_files.Clock.GetUtcNow() - new FileInfo(manifest).LastWriteTimeUtc > TimeSpan.FromDays(1))
        {
            _files.TryTouch(manifest);
        }
    }

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
        Require();
        EquatableArray<StageOutput> stored = [.. _blobs.AddAll(files)];
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

    /// <summary>
    /// Puts an output where people look for it, at no cost in space: with the blob's blocks where the file system shares them between files,
    /// else as a second name of the blob, read-only like it. Its content is not looked at.
    /// </summary>
    /// <returns>False where this file system can do neither, or the folder lies on another one.</returns>
    /// <exception cref="LatException">The disk refuses the folder.</exception>
    public bool TryShare(StageOutput output, string destination)
    {
        var (blob, aside) = (_layout.Blob(output.Hash), StoreFiles.TemporaryPath(destination));
        _files.CreateDirectory(Path.GetDirectoryName(destination)!);
        return StoreFiles.Guard("share", destination, () =>
        {
            if (!File.Exists(blob) || !NativeDisk.TryClone(blob, aside) && NativeDisk.TryLink(blob, aside) is not true)
            {
                return false;
            }

            File.Move(aside, destination, overwrite: true);

            // Where both are names of one file, a rename leaves both.
            File.Delete(aside);
            return true;
        });
    }
}
