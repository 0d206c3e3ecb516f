using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class RetryTests : IDisposable
{
    private static readonly RunOptions _atOnce = new() { Retries = 2, RetryPause = TimeSpan.Zero };

    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly CountingExecutor _executor = new();
    private readonly RecordingObserver _observer = new();

    public RetryTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ATransientStageIsTriedAgainAndGoesOnWhereItStopped()
    {
        var attempts = FailsTimes(2, () => new IOException("The mount does not answer."));

        var report = await RunAsync(isTransient: true);

        Assert.True(report.Succeeded);
        Assert.Equal([false, true, true], attempts);
        Assert.Equal(["started import", "retried import: The mount does not answer.", "retried import: The mount does not answer.", "Ran import"], _observer.Events);
    }

    [Fact]
    public async Task AfterTheLastAttemptItHasFailed()
    {
        var attempts = FailsTimes(9, () => new TransientFaultException("The mount does not answer."));

        var report = await RunAsync(isTransient: true);

        Assert.Equal("The mount does not answer.", report["import"].Error!.Message);
        Assert.Equal(3, attempts.Count);
    }

    [Fact]
    public async Task AStageThatIsNotMarkedIsTriedOnce()
    {
        var attempts = FailsTimes(9, () => new IOException("The mount does not answer."));

        Assert.False((await RunAsync(isTransient: false)).Succeeded);
        Assert.Single(attempts);
    }

    [Fact]
    public async Task WhatTheUserHasToRepairIsNotTriedAgain()
    {
        var attempts = FailsTimes(9, () => new LatException("No such class."));

        Assert.False((await RunAsync(isTransient: true)).Succeeded);
        Assert.Single(attempts);
    }

    [Fact]
    public async Task ACancelledRunTriesNothingAgain()
    {
        using var source = new CancellationTokenSource();
        var attempts = FailsTimes(9, () =>
        {
            source.Cancel();
            return new IOException("The mount does not answer.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(isTransient: true, source.Token));
        Assert.Single(attempts);
    }

    [Fact]
    public async Task ARefusedResultFailsItsStageAndEndsTheRunButStaysStored()
    {
        var options = new RunOptions { Refusal = (node, _) => node.Name == "train" ? "Not what the lock has." : null };

        var report = await new GraphRunner(_store, _executor, options).RunAsync(Some.Diamond());

        Assert.Equal("Not what the lock has.", report["train"].Error!.Message);
        Assert.Equal(StageStatus.Skipped, report["plot"].Status);
        Assert.NotNull(_store.TryGet(report["train"].Key!.Value));
        _executor.TakeRan();
        Assert.Equal("Not what the lock has.", (await new GraphRunner(_store, _executor, options).RunAsync(Some.Diamond()))["train"].Error!.Message);
        Assert.Empty(_executor.TakeRan());
    }

    private List<bool> FailsTimes(int times, Func<Exception> failure)
    {
        var attempts = new List<bool>();
        _executor.Does("import", invocation =>
        {
            attempts.Add(invocation.IsResumed);
            return attempts.Count <= times ? throw failure() : "done";
        });
        return attempts;
    }

    private Task<RunReport> RunAsync(bool isTransient, CancellationToken cancellation = default) =>
        new GraphRunner(_store, _executor, _atOnce, _observer).RunAsync(Some.Graph(Some.Node("import") with { IsTransient = isTransient }), cancellation);
}
