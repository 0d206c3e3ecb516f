using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class FailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly CountingExecutor _executor = new();

    public FailureTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFailureStopsTheRunAndSaysWhatWasNotBegun()
    {
        _executor.Does("train", _ => throw new LatException("No GPU."));

        var report = await RunAsync();

        Assert.False(report.Succeeded);
        Assert.Equal("No GPU.", report["train"].Error!.Message);
        Assert.Equal("needs 'train', which failed", report["plot"].SkipReason);
        Assert.Equal("not begun after 'train' failed", report["spare"].SkipReason);
        Assert.Equal(["import", "train"], _executor.Ran);
    }

    [Fact]
    public async Task KeepGoingRunsWhatDoesNotNeedTheFailedStage()
    {
        _executor.Does("import", _ => throw new LatException("No disk."));

        var report = await RunAsync(keepGoing: true);

        Assert.Equal(["import", "spare", "other"], _executor.Ran);
        Assert.Equal("needs 'import', which failed", report["train"].SkipReason);
        Assert.Equal("needs 'train', which was skipped", report["plot"].SkipReason);
        Assert.Equal(StageStatus.Ran, report["other"].Status);
    }

    [Fact]
    public async Task AStageThatFailedGoesOnWhereItStopped()
    {
        var attempts = new List<bool>();
        _executor.Does("train", invocation =>
        {
            attempts.Add(invocation.IsResumed);
            var checkpoint = Path.Combine(invocation.WorkDirectory, "checkpoint");
            if (!File.Exists(checkpoint))
            {
                File.WriteAllText(checkpoint, "epoch 3");
                throw new InvalidOperationException("killed");
            }

            return File.ReadAllText(checkpoint);
        });
        await RunAsync();
        _executor.TakeRan();

        var report = await RunAsync();

        Assert.True(report.Succeeded);
        Assert.Equal([false, true], attempts);
        Assert.Equal("epoch 3", File.ReadAllText(_store.VerifiedPath(report["train"].Result!.Output("out.txt"))));
        Assert.DoesNotContain("import", _executor.Ran);
        Assert.Empty(Directory.GetDirectories(Path.Combine(_store.Directory, "work")));
    }

    [Fact]
    public async Task CancellingEndsTheRunningStagesAndTheNextRunGoesOn()
    {
        using var source = new CancellationTokenSource();
        var ended = false;
        _executor.Behaviours["train"] = async (_, token) =>
        {
            await source.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended = true;
            }

            return "";
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new GraphRunner(_store, _executor).RunAsync(Some.Diamond(), source.Token));
        Assert.True(ended);
        Assert.Equal(["import", "train"], _executor.TakeRan());

        _executor.Behaviours.Clear();
        Assert.True((await RunAsync()).Succeeded);
        Assert.Equal(["other", "plot", "report", "spare", "train"], _executor.TakeRan());
    }

    [Fact]
    public async Task AnObserverThatThrowsEndsTheRunAndLeavesNoStageRunning()
    {
        var ended = false;
        _executor.Behaviours["b"] = async (_, token) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended = true;
            }

            return "";
        };

        await Assert.ThrowsAsync<IOException>(() =>
            new GraphRunner(_store, _executor, new RunOptions { Jobs = 2 }, new BrokenObserver()).RunAsync(Some.Graph(Some.Node("b"), Some.Node("a"))));

        Assert.True(ended || !_executor.Ran.Contains("b"));
    }

    [Fact]
    public async Task AStageThatDidNotMakeWhatItPromisedHasNoResult()
    {
        var report = await new GraphRunner(_store, new PromisingExecutor()).RunAsync(Some.Graph(Some.Node("a")));

        Assert.Equal(StageStatus.Failed, report["a"].Status);
        Assert.Contains("'weights.bin' was not made", report["a"].Error!.Message, StringComparison.Ordinal);
        Assert.Null(_store.TryGet(report["a"].Key!.Value));
    }

    [Fact]
    public async Task AResultWhoseInputMovedMeanwhileIsRefused()
    {
        var file = _folder.File("a.json", "before");
        var graph = Some.Graph(Some.Node("import") with { ExternalInputs = [ExternalInput.File("annotations", file)] });
        _executor.Does("import", invocation =>
        {
            File.WriteAllText(file, "after");
            return "";
        });

        var report = await new GraphRunner(_store, _executor).RunAsync(graph);

        Assert.Equal(
            $"The stage 'import' is done, but its input changed while it ran: annotations ({file}). Its result was not kept. Leave the input alone and run again.",
            report["import"].Error!.Message);
        Assert.Null(_store.TryGet(report["import"].Key!.Value));

        var second = await new GraphRunner(_store, _executor).RunAsync(graph);
        Assert.True(second.Succeeded);
        Assert.NotEqual(report["import"].Key, second["import"].Key);
    }

    [Fact]
    public async Task AnAttemptWhoseInputMovedLeavesNoCheckpointToGoOnFrom()
    {
        var file = _folder.File("a.json", "before");
        var graph = Some.Graph(Some.Node("import") with { ExternalInputs = [ExternalInput.File("annotations", file)] });
        _executor.Does("import", invocation =>
        {
            File.WriteAllText(Path.Combine(invocation.WorkDirectory, "checkpoint"), "half of another input");
            File.WriteAllText(file, "after");
            return "";
        });
        Assert.False((await new GraphRunner(_store, _executor).RunAsync(graph)).Succeeded);

        File.WriteAllText(file, "before");
        _executor.Does("import", invocation => $"{invocation.IsResumed} {File.Exists(Path.Combine(invocation.WorkDirectory, "checkpoint"))}");
        var second = await new GraphRunner(_store, _executor).RunAsync(graph);

        Assert.Equal("False False", File.ReadAllText(_store.VerifiedPath(second["import"].Result!.Outputs[0])));
    }

    [Fact]
    public async Task ADiskThatRefusesTheExecutorIsAMessageAndNotAStack()
    {
        _executor.Does("a", _ => throw new IOException("No space left on device : '/store/a/.order.json'", 28));

        var report = await new GraphRunner(_store, _executor).RunAsync(Some.Graph(Some.Node("a")));

        var error = Assert.IsType<LatException>(report["a"].Error);
        Assert.StartsWith("The disk does not do what it should: No space left on device : '/store/a/.order.json'. The disk is full: free some space", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Says that it made a file, and makes none.</summary>
    private sealed class PromisingExecutor : IStageExecutor
    {
        public Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken) =>
            Task.FromResult(new StageExecution { Outputs = ["weights.bin"] });
    }

    /// <summary>Writes to a terminal that is gone.</summary>
    private sealed class BrokenObserver : IRunObserver
    {
        public void StageFinished(StageOutcome outcome) => throw new IOException("Broken pipe.");
    }

    private Task<RunReport> RunAsync(bool keepGoing = false) =>
        new GraphRunner(_store, _executor, new RunOptions { KeepGoing = keepGoing }).RunAsync(Some.Diamond());
}
