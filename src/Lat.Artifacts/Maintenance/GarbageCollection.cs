using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Takes out of a store what no experiment needs. Safe beside running experiments: what is young stays, a result goes only under its lock,
/// and a blob that is published again meanwhile is put back.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="experimentsDirectory">Where experiments leave their results.json, such as artifacts/experiments; null: nowhere.</param>
public sealed class GarbageCollection(ArtifactStore store, string? experimentsDirectory)
{
    private static readonly string[] _leftToTime = ["work", "pulls", "quarantine"];
    private static readonly TimeSpan _leftBehind = TimeSpan.FromDays(1);

    private readonly StoreInventory _inventory = new(store);

    /// <summary>Says what would be taken; takes nothing.</summary>
    public CollectionPlan Plan(CollectionPolicy policy)
    {
        var now = store.Files.Clock.GetUtcNow();
        var (roots, notes) = new ExperimentRoots(store, experimentsDirectory).Find();
        var (results, blobs) = (_inventory.Results(), _inventory.Blobs());
        var selection = new ResultSelection(results, blobs, roots, policy, now);
        var doomedBlobs = blobs.Where(blob => !selection.IsNeeded(blob.Hash) && now - blob.Written >= policy.Grace).ToList();
        var remainders = Remainders(policy, now);
        var kept = selection.KeptSize;
        if (policy.MaxSize is { } limit && kept > limit)
        {
            notes.Add($"The results that must stay have {kept}, more than the {limit} wanted. " +
                "To let go of an experiment, delete its folders in artifacts/experiments/ and in the store's history/.");
        }

        return new CollectionPlan
        {
            Results = [.. selection.Doomed.Select(result => result.Key)],
            RootCount = results.Count(result => roots.Contains(result.Key)),
            YoungCount = results.Count - selection.Doomed.Count - results.Count(result => roots.Contains(result.Key)),
            Blobs = [.. doomedBlobs.Select(blob => blob.Path)],
            Remainders = [.. remainders.Select(remainder => remainder.Path)],
            Freed = new ByteSize(doomedBlobs.Sum(blob => blob.Size) + remainders.Sum(remainder => remainder.Size)),
            Kept = kept,
            Notes = [.. notes],
            Policy = policy,
        };
    }

    /// <summary>Takes what the plan says, except what has been used since.</summary>
    /// <returns>How many results, blobs and remainders went.</returns>
    /// <exception cref="LatException">The store cannot be written.</exception>
    public (int Results, int Blobs, int Remainders) Apply(CollectionPlan plan)
    {
        store.Require();
        var sweep = new StoreSweep(store, plan.Policy);
        var results = plan.Results.Count(sweep.TakeResult);

        // Results that stayed after all, or came meanwhile, keep their blobs.
        var needed = _inventory.Results().Where(stored => stored.Result is not null)
            .SelectMany(stored => stored.Result!.Outputs.Select(output => store.Layout.Blob(output.Hash))).ToHashSet(StringComparer.Ordinal);
        return (results, plan.Blobs.Count(path => !needed.Contains(path) && sweep.TakeBlob(path)), plan.Remainders.Count(sweep.TakeRemainder));
    }

    private List<StoredRemainder> Remainders(CollectionPolicy policy, DateTimeOffset now)
    {
        var keep = TimeSpan.FromDays(policy.KeepDays);
        var old = _leftToTime.SelectMany(_inventory.Remainders).Where(remainder => now - remainder.Changed >= keep && !IsWorkedOn(remainder.Path));
        var left = _inventory.Temporaries().Where(remainder => now - remainder.Changed >= _leftBehind);
        var locks = _inventory.LockFiles().Where(path => IsAbandoned(path, now)).Select(path => new StoredRemainder(path, 0, now));
        return [.. old, .. left, .. locks];
    }

    // An owner that nobody here can ask writes to its file every few seconds.
    private bool IsAbandoned(string path, DateTimeOffset now) => LockFile.Read(path) is { } claim && OwnerJudge.Judge(claim.Owner, store.Self) switch
    {
        OwnerLiveness.Dead => true,
        OwnerLiveness.Unknown => now - File.GetLastWriteTimeUtc(path) >= _leftBehind,
        _ => false,
    };

    // work/<key>, work/<key>-2: as long as somebody holds the key's lock, the folder is in use, however long it has been still.
    private bool IsWorkedOn(string path) => Path.GetFileName(path) is { Length: >= 64 } name && ContentHash.TryParse(name[..64], out var hash) &&
        LockFile.Read(store.Layout.Lock(new StageKey(hash))) is { } claim && OwnerJudge.Judge(claim.Owner, store.Self) != OwnerLiveness.Dead;
}
