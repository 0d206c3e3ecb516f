using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Takes single things out of a store, each only if it is still as old as it was when that was decided.</summary>
internal sealed class StoreSweep(ArtifactStore store, CollectionPolicy policy)
{
    private StoreFiles Files => store.Files;

    public bool TakeResult(StageKey key)
    {
        var path = store.Layout.Lock(key);
        Files.CreateDirectory(Path.GetDirectoryName(path)!);
        using var right = LockFile.TryCreate(path, Files, store.Self);
        return right is not null && !IsYoung(store.Layout.Manifest(key)) && Files.TryDelete(store.Layout.Manifest(key)) &&
            Files.TryDeleteDirectory(store.Layout.Result(key));
    }

    /// <summary>
    /// A stage that makes the same bytes may publish them in this very moment. So the blob is moved away first and looked at then: what is young
    /// now was put there since, and goes back.
    /// </summary>
    public bool TakeBlob(string path)
    {
        var aside = StoreFiles.TemporaryPath(path);
        try
        {
            Files.Disk.Rename(path, aside);
            if (IsYoung(aside))
            {
                Files.Disk.Rename(aside, path);
                return false;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return Files.TryDelete(aside);
    }

    public bool TakeRemainder(string path)
    {
        if (path.EndsWith(".lock", StringComparison.Ordinal))
        {
            // It was found abandoned: of an owner elsewhere, after a day of silence.
            // The first try may only clear away what one who died while removing it has left.
            var abandoned = new AbandonedLock(path, Files, store.Self, TimeSpan.Zero);
            return abandoned.TryRemove(out _) || abandoned.TryRemove(out _);
        }

        return Directory.Exists(path) ? Files.TryDeleteDirectory(path) : Files.TryDelete(path);
    }

    private bool IsYoung(string path) => new FileInfo(path) is { Exists: true } file && Files.Clock.GetUtcNow() - file.LastWriteTimeUtc < policy.Grace;
}
