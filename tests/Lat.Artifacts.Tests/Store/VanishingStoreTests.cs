using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class VanishingStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CountingExecutor _executor = new();

    public void Dispose() => _folder.Dispose();

    private string Root => Path.Combine(_folder.Path, "store");

    [Fact]
    public async Task AMountThatVanishesDuringARunIsNotTakenForANewStore()
    {
        _executor.Does("train", _ =>
        {
            Directory.Delete(Root, recursive: true);
            Directory.CreateDirectory(Root);
            return "";
        });

        var report = await new GraphRunner(new ArtifactStore(Root), _executor, new RunOptions { KeepGoing = true }).RunAsync(Some.Diamond());

        Assert.False(report.Succeeded);
        Assert.Contains(report.Stages, stage => stage.Error?.Message.Contains($"The store {Root} has vanished", StringComparison.Ordinal) == true);
        Assert.False(Directory.Exists(Path.Combine(Root, "results")));
    }

    [Fact]
    public void AStoreThatAnotherStageBeginsMeanwhileIsNotTakenForOneThatVanished()
    {
        var disk = new BusyDisk();
        var store = new ArtifactStore(Root, new StoreFiles(disk));
        disk.AfterNextLook = store.Require;

        store.Require();

        Assert.Null(disk.AfterNextLook);
        Assert.Single(Directory.GetFileSystemEntries(Root));
    }

    [Fact]
    public async Task AReadOnlyStoreGivesWhatItHasAndSaysWhyItCannotTakeMore()
    {
        await new GraphRunner(new ArtifactStore(Root), _executor).RunAsync(Some.Diamond());
        _executor.TakeRan();
        var store = new ArtifactStore(Root, new StoreFiles(new ReadOnlyDisk()));

        var reused = await new GraphRunner(store, _executor).RunAsync(Some.Diamond());
        Assert.Equal(6, reused.Count(StageStatus.Reused));

        var refused = await new GraphRunner(store, _executor).RunAsync(Some.Diamond().With("plot", node => node with { CodeRevision = "2" }));
        Assert.Contains("The file system is read-only", refused["plot"].Error!.Message, StringComparison.Ordinal);
        Assert.Empty(_executor.TakeRan());
    }

    [Fact]
    public void AStoreOfALaterLayoutIsNotTouched()
    {
        _folder.File("store/store.json", "{ \"latStore\": 2 }\n");

        var exception = Assert.Throws<LatException>(() => new ArtifactStore(Root).OpenWorkDirectory(Some.Parts().ToKey(), out _));

        Assert.Contains("Update Lat", exception.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Root));
    }

    [Fact]
    public async Task WhereTheOwnerBeforeMayStillWriteTheNextOneWorksInACopy()
    {
        var store = new ArtifactStore(Root) { LockPatience = TimeSpan.FromMilliseconds(30) };
        var key = Some.Parts().ToKey();
        var first = store.OpenWorkDirectory(key, out _);
        await File.WriteAllTextAsync(Path.Combine(first, "checkpoint"), "1");
        Directory.CreateDirectory(Path.GetDirectoryName(store.Layout.Lock(key))!);
        await File.WriteAllBytesAsync(store.Layout.Lock(key), new LockClaim(new LockOwner(1, "another-host"), "t", 0).ToBytes());

        using var taken = await StageLock.AcquireAsync(store, key);
        var second = store.OpenWorkDirectory(key, taken.PredecessorMayLive, out var isResumed);

        Assert.True(isResumed);
        Assert.NotEqual(first, second);
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(second, "checkpoint")));
        Assert.Equal(second, store.OpenWorkDirectory(key, out _));
        store.DeleteWorkDirectory(key);
        Assert.Empty(Directory.GetDirectories(Path.Combine(Root, "work")));
    }

    [Fact]
    public void AnOutputIsSharedWithoutACopy()
    {
        var store = new ArtifactStore(Root);
        var work = store.OpenWorkDirectory(Some.Parts().ToKey(), out _);
        File.WriteAllText(Path.Combine(work, "a"), "content");
        var output = store.Publish(Some.Parts(), work, ["a"], new StageMeasurements()).Outputs[0];
        var shared = Path.Combine(_folder.Path, "outputs", "a");

        Assert.True(store.TryShare(output, shared));
        Assert.True(store.TryShare(output, shared));
        Assert.Equal("content", File.ReadAllText(shared));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(shared)!));
    }

    /// <summary>Something else happens right after the next look for a file.</summary>
    private sealed class BusyDisk : StoreDisk
    {
        public Action? AfterNextLook { get; set; }

        public override bool Exists(string path)
        {
            var exists = base.Exists(path);
            var next = AfterNextLook;
            AfterNextLook = null;
            next?.Invoke();
            return exists;
        }
    }

    private sealed class ReadOnlyDisk : StoreDisk
    {
        public override void MakeFolder(string path) => throw Refusal();

        public override void Write(string path, ReadOnlyMemory<byte> bytes) => throw Refusal();

        public override void Rename(string source, string destination) => throw Refusal();

        public override void Touch(string path, DateTimeOffset time) => throw Refusal();

        public override void Delete(string path) => throw Refusal();

        private static IOException Refusal() => new("Read-only file system", 30);
    }
}
