using System.Diagnostics;
using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The `Cache` target: looks after a store and says in words what it found and did.</summary>
/// <param name="store">The store.</param>
/// <param name="experimentsDirectory">Where experiments leave their results.json; null: nowhere.</param>
/// <param name="output">Where the words go; the caller owns it.</param>
public sealed class StoreMaintenance(ArtifactStore store, string? experimentsDirectory, TextWriter output)
{
    private const int ListLimit = 20;

    private static readonly TimeSpan _quietTime = TimeSpan.FromSeconds(2);

    /// <summary>Reads every byte; damaged entries are listed and, if wanted, moved to quarantine.</summary>
    /// <returns>0 where the store is sound or was repaired, else 1.</returns>
    public int Verify(bool repair, CancellationToken cancellationToken = default)
    {
        var verification = new StoreVerification(store, Environment.ProcessorCount);
        var clock = Stopwatch.StartNew();
        var report = verification.Verify(Progress(clock), cancellationToken);
        Line($"{store.Directory}: {report.Results} results, {report.Blobs} files, {report.Size}; read in {clock.Elapsed.TotalSeconds:0.0} s.");
        foreach (var damage in report.Damages)
        {
            Line($"  damaged  {damage.Path}: {damage.Reason}");
        }

        if (report.Damages.Count == 0)
        {
            Line($"Everything is sound.");
            return 0;
        }

        if (!repair)
        {
            Line($"{report.Damages.Count} damaged. A run notices what it reads and makes it anew; ./build.sh Cache --repair moves all of it aside now.");
            return 1;
        }

        var moved = verification.Repair(report);
        Line($"{moved.Count} of {report.Damages.Count} moved to {store.Layout.Folder("quarantine")}. The next run makes them anew.");
        return moved.Count == report.Damages.Count ? 0 : 1;
    }

    /// <summary>Says what a garbage collection would take, and takes it if wanted.</summary>
    /// <returns>0.</returns>
    public int Collect(CollectionPolicy policy, bool apply)
    {
        var collection = new GarbageCollection(store, experimentsDirectory);
        var plan = collection.Plan(policy);
        foreach (var note in plan.Notes)
        {
            output.WriteLine(note);
        }

        Line($"{store.Directory}: {plan.RootCount} results belong to experiments and stay, {plan.YoungCount} others are young enough; {plan.Kept} in all.");
        if (apply)
        {
            var (results, blobs, remainders) = collection.Apply(plan);
            Line($"Taken: {results} results, {blobs} files, {remainders} remainders of work, locks and quarantine; about {plan.Freed} freed.");
            return 0;
        }

        Line($"Would take {plan.Results.Count} results, {plan.Blobs.Count} files and {plan.Remainders.Count} remainders of work, locks and quarantine: {plan.Freed}.");
        List(plan.Results.Select(key => $"result {key.Abbreviated}").Concat(plan.Remainders));
        if (plan.Results.Count + plan.Blobs.Count + plan.Remainders.Count > 0)
        {
            Line($"Nothing was deleted. Add --apply to do it.");
        }

        return 0;
    }

    /// <summary>Says what the store holds and what that took.</summary>
    /// <returns>0.</returns>
    public int Statistics()
    {
        var inventory = new StoreInventory(store);
        var (results, blobs) = (inventory.Results(), inventory.Blobs());
        var roots = new ExperimentRoots(store, experimentsDirectory).Find().Keys;
        Line($"{store.Directory}");
        Line($"  results     {results.Count,8}  {results.Count(result => roots.Contains(result.Key))} of them the last ones of experiments, {results.Count(result => result.Result is null)} damaged");
        Line($"  files       {blobs.Count,8}  {new ByteSize(blobs.Sum(blob => blob.Size))}");
        foreach (var folder in new[] { "work", "pulls", "quarantine" })
        {
            var remainders = inventory.Remainders(folder);
            Line($"  {folder,-10}  {remainders.Count,8}  {new ByteSize(remainders.Sum(remainder => remainder.Size))}");
        }

        foreach (var claim in inventory.LockFiles().Select(LockFile.Read).OfType<LockClaim>())
        {
            Line($"  locked by {claim.Owner} ({OwnerJudge.Judge(claim.Owner, store.Self).ToString().ToLowerInvariant()})");
        }

        Line($"  kind                  results         size        hours");
        foreach (var kind in results.Where(result => result.Result is not null).GroupBy(result => result.Result!.Parts.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var size = new ByteSize(kind.SelectMany(result => result.Result!.Outputs).DistinctBy(file => file.Hash).Sum(file => file.Size));
            Line($"  {kind.Key,-20} {kind.Count(),8} {size,12} {kind.Sum(result => result.Result!.Measurements.Seconds) / 3600,12:0.00}");
        }

        return 0;
    }

    private Action<ByteSize, ByteSize> Progress(Stopwatch clock)
    {
        var (gate, told) = (new Lock(), TimeSpan.Zero);
        return (done, total) =>
        {
            lock (gate)
            {
                if (clock.Elapsed - told >= _quietTime)
                {
                    told = clock.Elapsed;
                    Line($"  {done} of {total} verified");
                }
            }
        };
    }

    private void List(IEnumerable<string> items)
    {
        var all = items.ToList();
        foreach (var item in all.Take(ListLimit))
        {
            output.WriteLine($"  {item}");
        }

        if (all.Count > ListLimit)
        {
            Line($"  and {all.Count - ListLimit} more");
        }
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
