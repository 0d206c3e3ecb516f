using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Reads every byte of a store and says what is damaged; repairs it by moving that aside, so that the next run makes it anew.</summary>
/// <param name="store">The store.</param>
/// <param name="parallel">Files that are hashed at once, at least 1.</param>
public sealed class StoreVerification(ArtifactStore store, int parallel)
{
    /// <param name="progress">Hears, from several threads, how many bytes of how many have been hashed; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work between two files.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public VerificationReport Verify(Action<ByteSize, ByteSize>? progress = null, CancellationToken cancellationToken = default)
    {
        var inventory = new StoreInventory(store);
        var (results, blobs) = (inventory.Results(), inventory.Blobs());
        var total = blobs.Sum(blob => blob.Size);
        var damages = new ConcurrentBag<(ContentHash Hash, StoreDamage Damage)>();
        long done = 0;
        Parallel.ForEach(blobs.OrderByDescending(blob => blob.Size), new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, blob =>
        {
            if (FindDamage(blob) is { } reason)
            {
                damages.Add((blob.Hash, new StoreDamage(blob.Path, reason, null)));
            }

            progress?.Invoke(new ByteSize(Interlocked.Add(ref done, blob.Size)), new ByteSize(total));
        });
        var sound = blobs.Where(blob => damages.All(damage => damage.Hash != blob.Hash)).ToDictionary(blob => blob.Hash, blob => blob.Size);
        return new VerificationReport(results.Count, blobs.Count, new ByteSize(total),
        [
            .. damages.OrderBy(damage => damage.Hash).Select(damage => damage.Damage),
            .. results.Select(result => FindDamage(result, sound)).Where(damage => damage is not null).Select(damage => damage!),
        ]);
    }

    /// <summary>Moves what is damaged to quarantine/. Nothing is lost by it: what it was made from makes it again.</summary>
    /// <returns>What was moved; a result that a process is just replacing, and what cannot be moved, stays.</returns>
    public IReadOnlyList<StoreDamage> Repair(VerificationReport report) => [.. report.Damages.Where(TryRepair)];

    private bool TryRepair(StoreDamage damage)
    {
        if (damage.Key is not { } key)
        {
            return store.Files.TryMoveAside(damage.Path, store.Layout.Quarantine($"blob-{Path.GetFileName(damage.Path)}"));
        }

        store.Files.CreateDirectory(Path.GetDirectoryName(store.Layout.Lock(key))!);
        using var right = LockFile.TryCreate(store.Layout.Lock(key), store.Files, store.Self);
        return right is not null && store.Files.TryMoveAside(damage.Path, store.Layout.Quarantine($"result-{key.Hex}"));
    }

    private static string? FindDamage(StoredBlob blob)
    {
        try
        {
            var hash = ContentHash.OfFile(blob.Path);
            return hash == blob.Hash ? null : $"its content is {hash.Abbreviated}, not {blob.Hash.Abbreviated}";
        }
        catch (FileNotFoundException)
        {
            // Collected meanwhile.
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read: {exception.Message}";
        }
    }

    private StoreDamage? FindDamage(StoredResult stored, Dictionary<ContentHash, long> sound)
    {
        var reason = stored.Damage ?? stored.Result!.Outputs
            .Where(output => !sound.TryGetValue(output.Hash, out var size) || size != output.Size)
            .Select(output => $"the file of output '{output.Name}' is gone or damaged ({output.Hash.Abbreviated})").FirstOrDefault();

        // A stage that ends just now has put its blobs there since they were counted.
        return reason is null || stored.Damage is null && store.Inspect(stored.Key, Verification.Content).Damage is null
            ? null
            : new StoreDamage(store.Layout.Result(stored.Key), reason, stored.Key);
    }
}
