using Lat.Artifacts;
using Lat.Core;
using Nuke.Common;

internal sealed partial class Build
{
    [Parameter("Cache: reads every byte of the store and lists what is damaged.")]
    private readonly bool Verify;

    [Parameter("Cache: as --verify, and moves what is damaged to quarantine, so that the next run makes it anew.")]
    private readonly bool Repair;

    [Parameter("Cache: lists what no experiment needs any more; with --apply deletes it.")]
    private readonly bool Gc;

    [Parameter("Cache --gc: days that a result stays after its last use. Default is 30.")]
    private readonly int KeepDays = new CollectionPolicy().KeepDays;

    [Parameter("Cache --gc: size of the store above which younger results go too, such as 20GiB. Default is no limit.")]
    private readonly string? MaxSize;

    [Parameter("Cache --gc: deletes; without it, nothing is deleted.")]
    private readonly bool Apply;

    [Parameter("Cache: says what the store holds and what that took.")]
    private readonly bool Stats;

    [Parameter("Remote cache that results are also looked for in: a folder or s3://bucket/prefix. Default is none.")]
    private readonly string? Remote;

    [Parameter("Puts what a run computes into the remote cache. Default is true on CI, false elsewhere.")]
    private readonly bool? Push;

    private Target Cache => _ => _
        .Description("Looks after the store: --verify, --repair, --gc or --stats")
        .Executes(() => Outcome.Require(this, nameof(Cache), LookAfterStore));

    private int LookAfterStore()
    {
        var store = new ArtifactStore(Store ?? RootDirectory / "artifacts" / "store");
        var maintenance = new StoreMaintenance(store, RootDirectory / "artifacts" / "experiments", Console.Out);
        if (KeepDays < 0)
        {
            throw new LatException($"--keep-days is {KeepDays}; expected 0 or more.");
        }

        return (Verify || Repair, Gc, Stats) switch
        {
            (true, false, false) => maintenance.Verify(Repair),
            (false, true, false) => maintenance.Collect(new CollectionPolicy { KeepDays = KeepDays, MaxSize = MaxSize is null ? null : ByteSize.Parse(MaxSize) }, Apply),
            (false, false, true) => maintenance.Statistics(),
            _ => throw new LatException("What shall Cache do? Add one of --verify, --repair, --gc (with --keep-days N, --max-size 20GiB, --apply) and --stats."),
        };
    }
}
