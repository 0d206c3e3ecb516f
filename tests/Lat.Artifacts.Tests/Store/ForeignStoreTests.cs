using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>A store that came from elsewhere neither reads nor writes nor deletes outside its folder.</summary>
public sealed class ForeignStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CountingExecutor _executor = new();

    public void Dispose() => _folder.Dispose();

    private string Root => Path.Combine(_folder.Path, "store");

    private string Outside => Directory.CreateDirectory(Path.Combine(_folder.Path, "outside")).FullName;

    [Theory]
    [InlineData("blobs")]
    [InlineData("results")]
    [InlineData("work")]
    [InlineData("locks")]
    public async Task NothingIsWrittenThroughAFolderThatIsALink(string folder)
    {
        Directory.CreateDirectory(Root);
        Directory.CreateSymbolicLink(Path.Combine(Root, folder), Outside);

        var report = await RunAsync();

        Assert.Contains($"{Path.Combine(Root, folder)} leads to {Outside}", report["import"].Error!.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Outside));
    }

    [Fact]
    public async Task NothingIsWrittenThroughALinkedFolderOfBlobsEither()
    {
        Directory.CreateDirectory(Path.Combine(Root, "blobs"));
        for (var shard = 0; shard < 256; shard++)
        {
            Directory.CreateSymbolicLink(Path.Combine(Root, "blobs", $"{shard:x2}"), Outside);
        }

        Assert.False((await RunAsync()).Succeeded);
        Assert.Empty(Directory.GetFileSystemEntries(Outside));
    }

    [Fact]
    public async Task TheStoresOwnFolderMayBeALink()
    {
        Directory.CreateSymbolicLink(Root, Outside);
        Assert.True((await RunAsync()).Succeeded);
    }

    [Fact]
    public async Task LinksInAWorkFolderAreRemovedBeforeAStageWrites()
    {
        var victim = _folder.File("victim", "mine");
        var nodes = Some.Graph(Some.Node("import"));
        var store = new ArtifactStore(Root);
        var work = store.OpenWorkDirectory(Planner.Plan(nodes, store)["import"].Key!.Value, out _);
        File.CreateSymbolicLink(Path.Combine(work, "out.txt"), victim);
        Directory.CreateDirectory(Path.Combine(work, "deeper"));
        Directory.CreateSymbolicLink(Path.Combine(work, "deeper", "folder"), Outside);

        Assert.True((await new GraphRunner(store, _executor).RunAsync(nodes)).Succeeded);

        Assert.Equal("mine", File.ReadAllText(victim));
    }

    [Fact]
    public async Task ABlobThatIsALinkIsReadOnlyIfItsContentIsWhatItsNameSays()
    {
        var before = (await RunAsync())["train"].Result!;
        var blob = new StoreLayout(Root).Blob(before.Outputs[0].Hash);
        var content = File.ReadAllBytes(blob);
        File.Delete(blob);
        File.CreateSymbolicLink(blob, _folder.File("secret", new string('x', content.Length)));

        Assert.Throws<DamagedBlobException>(() => new ArtifactStore(Root).VerifiedPath(before.Outputs[0]));
        Assert.True(File.Exists(Path.Combine(_folder.Path, "secret")));
    }

    [Theory]
    [InlineData("../escaped")]
    [InlineData("/tmp/escaped")]
    [InlineData("a/../../escaped")]
    [InlineData("a\\..\\escaped")]
    public void AManifestWhoseFileLeavesItsFolderIsNone(string name)
    {
        var store = new ArtifactStore(Root);
        var key = Some.Parts().ToKey();
        var forged = new StageResult(key, Some.Parts(), [new StageOutput(name, Some.Hash("x"), 1)], new StageMeasurements());
        Directory.CreateDirectory(store.Layout.Result(key));
        File.WriteAllBytes(store.Layout.Manifest(key), ManifestFormat.Write(forged));

        var lookup = store.Inspect(key);

        Assert.Null(lookup.Result);
        Assert.Contains("an output is named", lookup.Damage, StringComparison.Ordinal);
    }

    private Task<RunReport> RunAsync() => new GraphRunner(new ArtifactStore(Root), _executor).RunAsync(Some.Diamond());
}
