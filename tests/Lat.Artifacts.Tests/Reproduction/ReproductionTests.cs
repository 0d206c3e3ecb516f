using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class ReproductionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly CountingExecutor _executor = new();
    private int _scratches;

    public ReproductionTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StagesThatMakeTheSameBytesAreIdenticalAndHaveTheirOldKeys()
    {
        var before = await FillAsync();

        var stages = await ReproduceAsync();

        Assert.Equal(6, _executor.TakeRan().Count);
        Assert.All(stages, stage => Assert.True(stage.IsIdentical));
        Assert.Equal(before.Stages.Select(stage => stage.Key), stages.Select(stage => (StageKey?)stage.Again!.Key));
    }

    [Fact]
    public async Task OnlyChosenStagesRunAndTheirInputsComeFromTheStore()
    {
        await FillAsync();

        var stages = await ReproduceAsync("report", "plot");

        Assert.Equal(["plot", "report"], _executor.TakeRan());
        Assert.Equal(["plot", "report"], stages.Select(stage => stage.Node.Name).Order(StringComparer.Ordinal));
        Assert.All(stages, stage => Assert.True(stage.IsIdentical));
    }

    [Fact]
    public async Task AStageThatMakesOtherBytesIsToldWithTheFirstOfThemAndThoseAfterItAreNotBlamed()
    {
        await FillAsync();
        var stored = File.ReadAllText(_store.VerifiedPath(Planner.Plan(Some.Diamond(), _store)["train"].Result!.Outputs[0]));
        _executor.Does("train", _ => stored[..5] + "?" + stored[6..] + "!");

        var stages = await ReproduceAsync();

        var train = Assert.Single(stages, stage => !stage.IsIdentical);
        Assert.Equal("train", train.Node.Name);
        var difference = Assert.Single(train.Differences);
        Assert.Equal(("out.txt", 5L, 2L), (difference.Output, difference.FirstOffset, difference.DifferingBytes));
        Assert.Equal(stored.Length + 1, difference.Again!.Size);
    }

    [Fact]
    public async Task AStageThatFailsThisTimeHasItsFaultAndTheOthersAreCompared()
    {
        await FillAsync();
        _executor.Does("train", _ => throw new LatException("No memory."));

        var stages = await ReproduceAsync();

        var train = stages.Single(stage => stage.Node.Name == "train");
        Assert.Equal(("No memory.", false), (train.Fault, train.IsIdentical));
        Assert.Equal(5, stages.Count(stage => stage.IsIdentical));
    }

    [Fact]
    public async Task TheStoreStaysAsItIs()
    {
        await FillAsync();
        var before = Files();
        _executor.Does("train", _ => "something else");

        await ReproduceAsync();

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task WhereNothingIsStoredThereIsNothingToCompareWith()
    {
        await FillAsync();
        var changed = Some.Diamond().With("train", node => node with { CodeRevision = "2" });

        var fault = Assert.Throws<LatException>(() => new Reproduction(Planner.Plan(changed, _store), _store, []));

        Assert.Equal(
            "There is nothing to compare with: 3 of 6 stages have no stored result (train, report, plot). " +
            "Run the experiment first, or choose stages that have one with --stage.",
            fault.Message);
    }

    [Fact]
    public async Task ADamagedInputIsNotReadAndSaysWhatToDo()
    {
        await FillAsync();
        var input = Planner.Plan(Some.Diamond(), _store)["import"].Result!.Outputs[0];
        var blob = _store.Layout.Blob(input.Hash);
        var bytes = File.ReadAllBytes(blob);
        bytes[0] ^= 1;
        File.Delete(blob);
        File.WriteAllBytes(blob, bytes);

        var stages = await ReproduceAsync(new ArtifactStore(_store.Directory), "train");

        Assert.Contains("is damaged", Assert.Single(stages).Fault, StringComparison.Ordinal);
        Assert.Empty(_executor.TakeRan());
    }

    private async Task<RunReport> FillAsync()
    {
        var report = await new GraphRunner(_store, _executor).RunAsync(Some.Diamond());
        Assert.True(report.Succeeded);
        _executor.TakeRan();
        return report;
    }

    private Task<EquatableArray<ReproducedStage>> ReproduceAsync(params string[] stages) => ReproduceAsync(_store, stages);

    private async Task<EquatableArray<ReproducedStage>> ReproduceAsync(ArtifactStore store, params string[] stages)
    {
        var scratch = new ArtifactStore(Path.Combine(_folder.Path, $"scratch-{++_scratches}"));
        var reproduction = new Reproduction(Planner.Plan(Some.Diamond(), store), store, stages);
        return reproduction.Compare(await new GraphRunner(scratch, _executor, new RunOptions { KeepGoing = true }).RunAsync(reproduction.Graph), scratch);
    }

    private List<(string Path, DateTime Written)> Files() =>
    [
        .. Directory.EnumerateFiles(_store.Directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (path, File.GetLastWriteTimeUtc(path))),
    ];
}
