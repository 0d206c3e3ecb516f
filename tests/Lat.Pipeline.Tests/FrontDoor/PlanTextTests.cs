using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class PlanTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APlanSaysOfEveryStageWhetherItWouldRun()
    {
        var graph = Some.Graph("methods=[baseline]", "datasets={mid: {kind: streets, space: mid}}").Nodes;
        var store = new ArtifactStore(_folder["store"]);
        var imports = graph.Select(["import/mid/train"]);
        var printed = new StringWriter();
        var observer = new RunPrinter(printed, imports.Nodes.Count);
        observer.Finish(await new GraphRunner(store, new OneFile(), new RunOptions(), observer).RunAsync(imports));
        Assert.Matches(@"^\[  1/1\] import/mid/train  \d+\.\d s  made\n1 stages: 1 ran, 0 reused; \d+\.\d s\.\n$", printed.ToString().ReplaceLineEndings("\n"));

        var lines = PlanText.Format(Planner.Plan(graph, store), jobs: 2).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(graph.Nodes.Count + 2, lines.Length);
        Assert.Matches(@"^import/mid/train +reuse  \d+\.\d s last time$", lines.Single(line => line.StartsWith("import/mid/train", StringComparison.Ordinal)));
        Assert.Matches("^detector/mid/seed-1 +run$", lines.Single(line => line.StartsWith("detector/mid", StringComparison.Ordinal)));
        Assert.Equal($"1 to reuse, {graph.Nodes.Count - 1} to run, 0 to run if their input changes.", lines[^2]);

        // The import of the validation set is taken to cost what that of the training set did.
        Assert.Equal($"By past runs 0 s of work, 0 s with 2 at once, and 2 B of disk at most; nothing is known of {graph.Nodes.Count - 2} stages.", lines[^1]);
    }

    [Fact]
    public void APlanWithoutAPastSaysThatItsCostIsNotKnown() => Assert.EndsWith(
        "How long that takes is not known: nothing like it was run with this store.",
        PlanText.Format(Planner.Plan(Some.Graph().Nodes, new ArtifactStore(_folder["new"])), jobs: 2),
        StringComparison.Ordinal);

    [Fact]
    public async Task AFailureIsPrintedWithItsWordsAndWhatItCost()
    {
        var graph = Some.Graph("methods=[baseline]", "datasets={mid: {kind: streets, space: mid}}").Nodes.Select(["detector/mid/seed-1"]);
        var printed = new StringWriter();
        var observer = new RunPrinter(printed, graph.Nodes.Count);
        observer.Finish(await new GraphRunner(new ArtifactStore(_folder["store"]), new Failing(), new RunOptions(), observer).RunAsync(graph));
        var text = printed.ToString().ReplaceLineEndings("\n");
        Assert.Contains("import/mid/train  FAILED after ", text, StringComparison.Ordinal);
        Assert.Contains("\n          The disk is full.\n          Free some.\n", text, StringComparison.Ordinal);
        Assert.Matches(@"2 stages: 0 ran, 0 reused, 1 failed, 1 skipped; \d+\.\d s\.\n$", text);
    }

    private sealed class OneFile : IStageExecutor
    {
        public Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
        {
            File.WriteAllText(Path.Combine(invocation.WorkDirectory, DatasetFiles.Images), "x");
            File.WriteAllText(Path.Combine(invocation.WorkDirectory, DatasetFiles.Annotations), "y");
            invocation.Report("made");
            return Task.FromResult(new StageExecution { Outputs = [DatasetFiles.Images, DatasetFiles.Annotations] });
        }
    }

    private sealed class Failing : IStageExecutor
    {
        public Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken) => throw new LatException("The disk is full.\nFree some.");
    }
}
