using System.Diagnostics;
using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class StageLockTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly StageKey _key = Some.Parts().ToKey();

    public StageLockTests() => _store = new ArtifactStore(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheSecondWaitsForTheFirstAndIsToldWhoItIs()
    {
        var first = await StageLock.AcquireAsync(_store, _key);
        var told = new TaskCompletionSource<LockOwner?>();
        var second = StageLock.AcquireAsync(_store, _key, onWaiting: told.SetResult);

        Assert.Equal(LockOwner.Current, await told.Task.WaitAsync(_patience));
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second.WaitAsync(_patience)).Dispose();
    }

    [Fact]
    public async Task AnotherKeyIsFree()
    {
        using var first = await StageLock.AcquireAsync(_store, _key);
        using var second = await StageLock.AcquireAsync(_store, Some.Parts("transfer").ToKey(), TimeSpan.Zero);

        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task WhoWaitsTooLongIsToldForWhom()
    {
        using var first = await StageLock.AcquireAsync(_store, _key);

        var exception = await Assert.ThrowsAsync<LatException>(() => StageLock.AcquireAsync(_store, _key, TimeSpan.Zero));

        Assert.StartsWith(
            $"The stage {_key.Abbreviated} is being run by {LockOwner.Current}; waited 0 s. Wait for it or end it, then run again.",
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingCanBeCancelled()
    {
        using var first = await StageLock.AcquireAsync(_store, _key);
        using var source = new CancellationTokenSource();
        var second = StageLock.AcquireAsync(_store, _key, onWaiting: _ => source.Cancel(), cancellationToken: source.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(_patience));
    }

    [Fact]
    public async Task TheLockOfAKilledProcessIsFree()
    {
        // util-linux's flock takes the same lock as .NET does; elsewhere there is no such program to be killed.
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/flock"))
        {
            return;
        }

        (await StageLock.AcquireAsync(_store, _key)).Dispose();
        var path = _store.Layout.Lock(_key);
        using var owner = Process.Start(new ProcessStartInfo("/usr/bin/flock", ["--no-fork", path, "/bin/sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        await owner.StandardOutput.ReadLineAsync();
        await Assert.ThrowsAsync<LatException>(() => StageLock.AcquireAsync(_store, _key, TimeSpan.FromMilliseconds(50)));

        owner.Kill(entireProcessTree: true);

        (await StageLock.AcquireAsync(_store, _key, _patience)).Dispose();
    }
}
