using System.Diagnostics;
using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class StageLockTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly StageKey _key = Some.Parts().ToKey();

    public StageLockTests() => _store = new ArtifactStore(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private string LockPath => _store.Layout.Lock(_key);

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
    public async Task AReleasedLockLeavesNothingBehind()
    {
        (await StageLock.AcquireAsync(_store, _key)).Dispose();

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(LockPath)!));
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
    public async Task TheLockOfAKilledProcessIsFreeAtOnce()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var owner = Process.Start(new ProcessStartInfo("/bin/sleep", ["600"]))!;
        LeaveClaim(LockOwner.Current with
        {
            ProcessId = owner.Id,
            Identity = LockOwner.Current.Identity with { Started = ProcessIdentity.StartOf(owner.Id)! },
        });
        await Assert.ThrowsAsync<LatException>(() => StageLock.AcquireAsync(_store, _key, TimeSpan.FromMilliseconds(50)));

        owner.Kill();
        await owner.WaitForExitAsync();

        (await StageLock.AcquireAsync(_store, _key, _patience)).Dispose();
    }

    [Fact]
    public async Task ANumberThatWasGivenAgainToAnotherProcessDoesNotKeepTheLock()
    {
        LeaveClaim(LockOwner.Current with { Identity = LockOwner.Current.Identity with { Started = "1" } });

        using var taken = await StageLock.AcquireAsync(_store, _key, _patience);

        Assert.False(taken.PredecessorMayLive);
    }

    [Fact]
    public async Task ALockOfBeforeTheMachineStartedAnewIsFreeAtOnce()
    {
        LeaveClaim(LockOwner.Current with { Identity = LockOwner.Current.Identity with { BootId = "an earlier start" } });

        using var taken = await StageLock.AcquireAsync(_store, _key, _patience);

        Assert.False(taken.PredecessorMayLive);
    }

    [Fact]
    public async Task AnOwnerElsewhereIsBelievedWhileItsHeartBeats()
    {
        using var elsewhere = LeaveClaim(new LockOwner(1, "another-host"), keep: true);
        using var source = new CancellationTokenSource();
        var (looks, enough) = (0, new TaskCompletionSource());

        // Whenever the one who waits looks at the clock, two fifths of its patience have gone by and the heart has beaten.
        var clock = new SteppingClock(TimeSpan.FromSeconds(0.4), () =>
        {
            elsewhere!.Beat();
            if (++looks == 20)
            {
                enough.SetResult();
            }
        });
        var store = new ArtifactStore(_folder.Path, new StoreFiles(clock: clock)) { LockPatience = TimeSpan.FromSeconds(1) };
        var waiting = StageLock.AcquireAsync(store, _key, cancellationToken: source.Token);
        await Task.WhenAny(enough.Task, waiting).WaitAsync(_patience);

        Assert.False(waiting.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task AnOwnerElsewhereIsTakenForDeadAfterASilence()
    {
        LeaveClaim(new LockOwner(1, "another-host"));

        using var taken = await AcquireAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None).WaitAsync(_patience);

        Assert.True(taken.PredecessorMayLive);
        taken.RequireHeld();
    }

    [Fact]
    public async Task ALockFileThatSaysNothingIsFreeAfterASilence()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LockPath)!);
        await File.WriteAllTextAsync(LockPath, "");

        using var taken = await AcquireAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None).WaitAsync(_patience);

        taken.RequireHeld();
    }

    [Fact]
    public async Task WhoWasTakenForDeadHasLostTheRightToPublish()
    {
        using var lost = await StageLock.AcquireAsync(_store, _key);
        File.Delete(LockPath);
        using var taken = await StageLock.AcquireAsync(_store, _key, TimeSpan.Zero);

        Assert.Contains("another one took over its lock", Assert.Throws<LatException>(lost.RequireHeld).Message, StringComparison.Ordinal);
        lost.Dispose();
        taken.RequireHeld();
    }

    [Fact]
    public async Task OfManyWhoFindADeadOwnerOneAtATimeHasTheLock()
    {
        LeaveClaim(LockOwner.Current with { Identity = LockOwner.Current.Identity with { Started = "1" } });
        var (holders, most, taken) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            using var held = await StageLock.AcquireAsync(new ArtifactStore(_folder.Path), _key);
            most = Math.Max(most, Interlocked.Increment(ref holders));
            await Task.Yield();
            held.RequireHeld();
            Interlocked.Decrement(ref holders);
            Interlocked.Increment(ref taken);
        }))).WaitAsync(_patience);

        Assert.Equal((1, 16), (most, taken));
    }

    private Task<StageLock> AcquireAsync(TimeSpan silence, CancellationToken cancellation) =>
        StageLock.AcquireAsync(new ArtifactStore(_folder.Path) { LockPatience = silence }, _key, cancellationToken: cancellation);

    private LockFile? LeaveClaim(LockOwner owner, bool keep = false)
    {
        _store.Files.CreateDirectory(Path.GetDirectoryName(LockPath)!);
        if (keep)
        {
            return LockFile.TryCreate(LockPath, _store.Files, owner);
        }

        File.WriteAllBytes(LockPath, new LockClaim(owner, "token", 0).ToBytes());
        return null;
    }
}
