using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class StoreMaintenanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly CountingExecutor _executor = new();
    private readonly FakeClock _clock = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _output.Dispose();
        _folder.Dispose();
    }

    private ArtifactStore Store => new(Path.Combine(_folder.Path, "store"), new StoreFiles(new UnflushedDisk(), _clock));

    private StoreMaintenance Maintenance => new(Store, Path.Combine(_folder.Path, "experiments"), _output);

    [Fact]
    public async Task ASoundStoreIsSaidToBe()
    {
        await RunAsync(Some.Diamond());

        Assert.Equal(0, Maintenance.Verify(repair: false));
        Assert.Contains("6 results, 6 files", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Everything is sound.\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamageIsFoundMovedAsideAndHealedByTheNextRun()
    {
        var before = await RunAsync(Some.Diamond());
        Overwrite(Store.Layout.Blob(before["train"].Result!.Outputs[0].Hash), "x");
        Overwrite(Store.Layout.Manifest(before["plot"].Key!.Value), "x");
        File.Delete(Store.Layout.Blob(before["other"].Result!.Outputs[0].Hash));

        Assert.Equal(1, Maintenance.Verify(repair: false));
        Assert.Empty(new StoreInventory(Store).Remainders("quarantine"));
        Assert.Equal(0, Maintenance.Verify(repair: true));

        Assert.Equal(4, new StoreInventory(Store).Remainders("quarantine").Count);
        Assert.Empty(new StoreVerification(Store, 2).Verify().Damages);
        await RunAsync(Some.Diamond());
        Assert.Equal(["other", "plot", "train"], _executor.TakeRan());
        Assert.Equal(0, Maintenance.Verify(repair: false));
    }

    [Fact]
    public async Task AFolderWhoseMakerDiedBeforeThereWasAResultIsNoDamage()
    {
        await RunAsync(Some.Diamond());
        var folder = Path.GetDirectoryName(Store.Layout.Manifest(new StageKey(ContentHash.Of([1]))))!;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "manifest.json.elsewhere-1-1.tmp"), "{");

        Assert.Equal(0, Maintenance.Verify(repair: false));

        Assert.Contains("6 results, 6 files", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLastResultsOfAnExperimentStayHoweverOldTheyAre()
    {
        await RunAsync(Some.Diamond());
        _clock.Now = _clock.Now.AddYears(5);

        Assert.Equal(0, Maintenance.Collect(new CollectionPolicy { KeepDays = 0, MaxSize = new ByteSize(0) }, apply: true));

        await RunAsync(Some.Diamond());
        Assert.Empty(_executor.TakeRan());
        Assert.Contains("The results that must stay have", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNoExperimentNeedsGoesAfterItsTimeAndOnlyWhenApplied()
    {
        await RunAsync(Some.Diamond());
        var old = await RunAsync(Changed("old"));
        await RunAsync(Some.Diamond());
        _clock.Now = DateTimeOffset.FromFileTime(0).AddYears(500);
        var policy = new CollectionPolicy();

        var plan = new GarbageCollection(Store, null).Plan(policy);
        Assert.Equal(StagesOf(old, "train", "plot", "report"), plan.Results.Order());
        Assert.Equal(0, Maintenance.Collect(policy, apply: false));
        Assert.EndsWith("Nothing was deleted. Add --apply to do it.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.NotNull(Store.Inspect(old["train"].Key!.Value).Result);

        Maintenance.Collect(policy, apply: true);
        Assert.Equal(new StoreLookup(null, null), Store.Inspect(old["train"].Key!.Value));
        Assert.False(File.Exists(Store.Layout.Blob(old["train"].Result!.Outputs[0].Hash)));
        Assert.Equal(0, Maintenance.Verify(repair: false));
    }

    [Fact]
    public async Task TheYoungStayEvenAboveTheSize()
    {
        await RunAsync(Changed("old"));
        await RunAsync(Some.Diamond());
        _clock.Now = DateTimeOffset.FromFileTime(File.GetLastWriteTime(Store.Layout.Marker).ToFileTime()).AddMinutes(30);

        Assert.Empty(new GarbageCollection(Store, null).Plan(new CollectionPolicy { MaxSize = new ByteSize(0) }).Results);
    }

    [Fact]
    public async Task AboveTheSizeTheLongestUnusedGoesFirst()
    {
        var (first, second) = (await RunAsync(Changed("first")), await RunAsync(Changed("second")));
        await RunAsync(Some.Diamond());
        _clock.Now = DateTimeOffset.FromFileTime(0).AddYears(500);
        foreach (var (report, days) in new[] { (first, 5), (second, 9) })
        {
            foreach (var key in StagesOf(report, "train", "plot", "report"))
            {
                File.SetLastWriteTimeUtc(Store.Layout.Manifest(key), _clock.Now.UtcDateTime.AddDays(-days));
            }
        }

        var all = new GarbageCollection(Store, null).Plan(new CollectionPolicy()).Kept;
        var plan = new GarbageCollection(Store, null).Plan(new CollectionPolicy { MaxSize = new ByteSize(all.Bytes - 1) });

        Assert.Subset(StagesOf(second, "train", "plot", "report").ToHashSet(), plan.Results.ToHashSet());
        Assert.Single(plan.Results);
        Assert.True(plan.Kept < all);
    }

    [Fact]
    public async Task AWrittenReportProtectsWhatItNames()
    {
        var old = await RunAsync(Changed("old"));
        await RunAsync(Some.Diamond());
        _folder.File("experiments/paper/results.json", $"{{ \"stages\": [ {{ \"key\": \"{old["train"].Key}\" }} ] }}");
        _clock.Now = DateTimeOffset.FromFileTime(0).AddYears(500);

        var plan = new GarbageCollection(Store, Path.Combine(_folder.Path, "experiments")).Plan(new CollectionPolicy());

        Assert.Equal(StagesOf(old, "plot", "report"), plan.Results.Order());
    }

    [Fact]
    public async Task OldWorkQuarantineAndTheLocksOfTheDeadGo()
    {
        await RunAsync(Some.Diamond());
        var work = Store.OpenWorkDirectory(Some.Parts().ToKey(), out _);
        var worked = Store.OpenWorkDirectory(Some.Parts("transfer").ToKey(), out _);
        using var held = await StageLock.AcquireAsync(Store, Some.Parts("transfer").ToKey());
        var dead = Store.Layout.Lock(Some.Parts().ToKey());
        Directory.CreateDirectory(Path.GetDirectoryName(dead)!);
        await File.WriteAllBytesAsync(dead, new LockClaim(LockOwner.Current with { ProcessId = int.MaxValue }, "t", 0).ToBytes());
        _folder.File("store/quarantine/blob-x", "x");
        _folder.File("store/results/ab/left.tmp", "x");
        _clock.Now = DateTimeOffset.FromFileTime(0).AddYears(500);

        Maintenance.Collect(new CollectionPolicy(), apply: true);

        Assert.False(Directory.Exists(work));
        Assert.True(Directory.Exists(worked));
        Assert.False(File.Exists(dead));
        held.RequireHeld();
        Assert.Empty(new StoreInventory(Store).Remainders("quarantine"));
        Assert.Empty(new StoreInventory(Store).Temporaries());
    }

    [Fact]
    public async Task TheStatisticsCountWhatThereIs()
    {
        await RunAsync(Some.Diamond());

        Assert.Equal(0, Maintenance.Statistics());
        Assert.Contains("  results            6  6 of them the last ones of experiments, 0 damaged", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AStoreThatIsNotThereIsAnEmptyOne()
    {
        Assert.Equal(0, Maintenance.Verify(repair: false));
        Assert.Equal(0, Maintenance.Collect(new CollectionPolicy(), apply: false));
        Assert.Equal(0, Maintenance.Statistics());
        Assert.False(Directory.Exists(Store.Directory));
    }

    private static StageGraph Changed(string value) => Some.Diamond().With("train", node => node.WithField("name", value));

    private static IEnumerable<StageKey> StagesOf(RunReport report, params string[] names) => names.Select(name => report[name].Key!.Value).Order();

    private static void Overwrite(string path, string content)
    {
        File.Delete(path);
        File.WriteAllText(path, content);
    }

    private async Task<RunReport> RunAsync(StageGraph graph)
    {
        _executor.TakeRan();
        var report = await new GraphRunner(Store, _executor).RunAsync(graph);
        Assert.True(report.Succeeded, report.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString());
        return report;
    }
}
