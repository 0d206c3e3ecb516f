using System.Diagnostics;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The right to run the stage of one key: nobody computes what another process is just computing. The operating system releases it when
/// its owner dies, however that happens; the lock file itself stays, for a deleted one could be held by two.
/// </summary>
public sealed class StageLock : IDisposable
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(250);

    private readonly FileStream _stream;

    private StageLock(FileStream stream) => _stream = stream;

    /// <param name="store">The store whose stage it is.</param>
    /// <param name="key">The stage.</param>
    /// <param name="timeout">How long to wait for another owner; null: as long as it takes.</param>
    /// <param name="onWaiting">Called once if another process has the lock, with its name where it left one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LatException">The time is over, or the lock file cannot be made.</exception>
    public static async Task<StageLock> AcquireAsync(
        ArtifactStore store, StageKey key, TimeSpan? timeout = null, Action<LockOwner?>? onWaiting = null, CancellationToken cancellationToken = default)
    {
        var (path, ownerPath) = (store.Layout.Lock(key), store.Layout.LockOwner(key));
        store.Files.CreateDirectory(Path.GetDirectoryName(path)!);
        var waited = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(5);
        for (var attempt = 0; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } stream)
            {
                WriteOwner(ownerPath);
                return new StageLock(stream);
            }

            if (timeout is { } limit && waited.Elapsed >= limit)
            {
                var owner = ReadOwner(ownerPath)?.ToString() ?? "another process";
                throw new LatException(FormattableString.Invariant(
                    $"The stage {key.Abbreviated} is being run by {owner}; waited {limit.TotalSeconds:0.#} s. ") +
                    $"Wait for it or end it, then run again. Lock: {path}");
            }

            if (attempt == 0)
            {
                onWaiting?.Invoke(ReadOwner(ownerPath));
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(exception, "lock", path);
        }
    }

    // A locked file cannot be read by those who wait, so the owner's name lies beside it, and is read only while somebody holds the lock.
    // It is a courtesy: without it the lock works as well.
    private static void WriteOwner(string path)
    {
        try
        {
            File.WriteAllText(path, LockOwner.Current.ToText());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static LockOwner? ReadOwner(string path)
    {
        try
        {
            return LockOwner.TryParse(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
