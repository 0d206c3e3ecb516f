using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class GraphRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly CountingExecutor _executor = new();

    public GraphRunnerTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASecondRunExecutesNothing()
    {
        var first = await RunAsync(Some.Diamond());
        Assert.Equal(["import", "other", "plot", "report", "spare", "train"], _executor.TakeRan());

        var second = await RunAsync(Some.Diamond());

        Assert.Empty(_executor.Ran);
        Assert.Equal(6, second.Count(StageStatus.Reused));
        Assert.Equal(first.Stages.Select(stage => stage.Result), second.Stages.Select(stage => stage.Result));
    }

    [Fact]
    public async Task AChangedFieldRunsItsStageAndItsDependentsOnly()
    {
        await RunAsync(Some.Diamond());
        _executor.TakeRan();

        await RunAsync(Some.Diamond().With("train", node => node.WithField("name", "other")));
        Assert.Equal(["plot", "report", "train"], _executor.TakeRan());

        await RunAsync(Some.Diamond());
        Assert.Empty(_executor.Ran);
    }

    [Fact]
    public async Task AnOutputThatComesOutAsItWasStopsTheRerun()
    {
        _executor.Does("train", _ => "the same weights");
        await RunAsync(Some.Diamond());
        _executor.TakeRan();

        var report = await RunAsync(Some.Diamond().With("train", node => node.WithField("name", "other")));

        Assert.Equal(["train"], _executor.TakeRan());
        Assert.Equal(StageStatus.Reused, report["plot"].Status);
    }

    [Fact]
    public async Task NamesFoldersAndJobsAreInNoKey()
    {
        var before = await RunAsync(Some.Diamond());
        _executor.TakeRan();
        StageNode[] renamed = [.. Some.Diamond().Nodes.Select(node => node with
        {
            Name = "x/" + node.Name,
            Inputs = [.. node.Inputs.Select(input => input with { Node = "x/" + input.Node })],
        })];

        var after = await new GraphRunner(_store, _executor, new RunOptions { Jobs = 3 }).RunAsync(new StageGraph("renamed", renamed));

        Assert.Empty(_executor.Ran);
        Assert.Equal(before.Stages.Select(stage => stage.Key), after.Stages.Select(stage => stage.Key));
    }

    [Fact]
    public async Task TwoNodesThatComputeTheSameAreExecutedOnce()
    {
        var same = Some.Node("a");
        await new GraphRunner(_store, _executor, new RunOptions { Jobs = 2 }).RunAsync(Some.Graph(same, same with { Name = "b" }));

        Assert.Single(_executor.Ran);
    }

    [Fact]
    public async Task AStageSeesItsInputsByNameAndAllOutputsWhereItAskedForAll()
    {
        var file = _folder.File("weights.bin", "external");
        var seen = new List<string>();
        var graph = Some.Graph(
            Some.Node("import"),
            Some.Node("train") with { Inputs = [new("data", "import"), new("one", "import", "out.txt")], ExternalInputs = [ExternalInput.File("pretrained", file)] });
        _executor.Does("import", _ => "imported");
        _executor.Does("train", invocation =>
        {
            seen.AddRange(invocation.Inputs.Select(input => $"{input.Key}: {File.ReadAllText(input.Value)}"));
            return "";
        });

        await RunAsync(graph);

        Assert.Equal(["data/out.txt: imported", "one: imported", "pretrained: external"], seen);
    }

    [Fact]
    public async Task AnInputThatIsNotMadeFailsWithWhatWasMade()
    {
        var graph = Some.Graph(Some.Node("import"), Some.Node("train") with { Inputs = [new("data", "import", "gone.bin")] });

        var report = await new GraphRunner(_store, _executor).RunAsync(graph);

        Assert.Equal("The stage 'train' takes 'gone.bin' from 'import', which made only: out.txt.", report["train"].Error!.Message);
    }

    [Fact]
    public async Task AnObserverHearsEverything()
    {
        var observer = new RecordingObserver();
        _executor.Does("a", invocation =>
        {
            invocation.Report("half done");
            return "";
        });

        await new GraphRunner(_store, _executor, observer: observer).RunAsync(Some.Graph(Some.Node("a")));
        await new GraphRunner(_store, _executor, observer: observer).RunAsync(Some.Graph(Some.Node("a")));

        Assert.Equal(["started a", "a: half done", "Ran a", "Reused a"], observer.Events);
    }

    [Fact]
    public async Task TheMachineIsRecordedButNotHashed()
    {
        var result = (await RunAsync(Some.Graph(Some.Node("a"))))["a"].Result!;

        Assert.Contains(result.Measurements.Environment, fact => fact.Path == "os");
        Assert.Equal((result.Parts with { }).ToKey(), result.Key);
        Assert.DoesNotContain(result.Parts.Numerics, fact => fact.Path == "os");
    }

    [Fact]
    public void NoJobsIsRefused() => Assert.Throws<LatException>(() => new GraphRunner(_store, _executor, new RunOptions { Jobs = 0 }));

    private async Task<RunReport> RunAsync(StageGraph graph)
    {
        var report = await new GraphRunner(_store, _executor).RunAsync(graph);
        Assert.True(report.Succeeded, report.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString());
        return report;
    }
}
