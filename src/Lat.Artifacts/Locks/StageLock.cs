using System.Diagnostics;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The right to run the stage of one key: nobody computes what another process, on this or another host, is just computing. Of an owner that
/// died it is free at once where its kernel can be asked, else after a silence of <see cref="Patience"/> (docs/store.md).
/// </summary>
public sealed class StageLock : IDisposable
{
    /// <summary>How long an owner on another host may show no sign of life before it counts as dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(250);

    private readonly LockFile _file;
    private readonly Timer _heart;
    private readonly StageKey _key;

    private StageLock(StageKey key, LockFile file, bool predecessorMayLive)
    {
        (_key, _file, PredecessorMayLive) = (key, file, predecessorMayLive);
        _heart = new Timer(_ => file.Beat(), null, _beat, _beat);
    }

    /// <summary>Whether the lock was taken from an owner that only seemed dead: it may still write to its folder.</summary>
    internal bool PredecessorMayLive { get; }

    /// <param name="store">The store whose stage it is.</param>
    /// <param name="key">The stage.</param>
    /// <param name="timeout">How long to wait for another owner; null: as long as it takes.</param>
    /// <param name="onWaiting">Called once if another process has the lock, with its name where it left one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LatException">The time is over, or the lock file cannot be made.</exception>
    public static async Task<StageLock> AcquireAsync(
        ArtifactStore store, StageKey key, TimeSpan? timeout = null, Action<LockOwner?>? onWaiting = null, CancellationToken cancellationToken = default)
    {
        store.Require();
        var path = store.Layout.Lock(key);
        store.Files.CreateDirectory(Path.GetDirectoryName(path)!);
        var abandoned = new AbandonedLock(path, store.Files, store.Self, store.LockPatience);
        var waited = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(5);
        var (isTold, predecessorMayLive) = (false, false);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (LockFile.TryCreate(path, store.Files, store.Self) is { } file)
            {
                return new StageLock(key, file, predecessorMayLive);
            }

            if (abandoned.TryRemove(out var isProven))
            {
                predecessorMayLive |= !isProven;
                continue;
            }

            if (timeout is { } limit && waited.Elapsed >= limit)
            {
                throw TooLong(key, path, limit);
            }

            if (!isTold)
            {
                isTold = true;
                onWaiting?.Invoke(LockFile.Read(path)?.Owner);
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    /// <summary>Called before a result is published: who was taken for dead meanwhile has lost the right to.</summary>
    /// <exception cref="LatException">The lock is another's now.</exception>
    internal void RequireHeld()
    {
        if (!_file.IsHeld())
        {
            throw new LatException(
                $"The stage {_key.Abbreviated} is done, but while this process showed no sign of life, another one took over its lock. " +
                "The result was not kept; the other's will be. Run again to use it.");
        }
    }

    public void Dispose()
    {
        _heart.Dispose();
        _file.Dispose();
    }

    private static LatException TooLong(StageKey key, string path, TimeSpan limit)
    {
        var owner = LockFile.Read(path) is { Owner.ProcessId: > 0 } claim ? claim.Owner.ToString() : "another process";
        return new LatException(FormattableString.Invariant(
            $"The stage {key.Abbreviated} is being run by {owner}; waited {limit.TotalSeconds:0.#} s. ") +
            $"Wait for it or end it, then run again. Lock: {path}");
    }
}
