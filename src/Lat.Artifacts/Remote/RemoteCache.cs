using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// A second level behind the store, shared by machines. It can save work and nothing else: what it gives is verified by hash, and where it
/// fails, hangs or lies, the stage is computed as if there were none. After a few failures in a row it is left alone.
/// </summary>
public sealed class RemoteCache : IDisposable
{
    private readonly IRemoteObjects _objects;
    private readonly RemoteOptions _options;
    private readonly RemoteDownload _download;
    private readonly Action<string> _notice;
    private readonly ConcurrentQueue<Task> _pushes = new();
    private readonly ConcurrentDictionary<StageKey, bool> _distrusted = new();
    private readonly SemaphoreSlim _pushing;
    private int _failures;
    private int _pulled;
    private int _pushed;

    /// <param name="objects">The remote; disposed with this.</param>
    /// <param name="options">How it is used; null: the defaults.</param>
    /// <param name="notice">Takes a line for people, from any thread; null: nobody hears it.</param>
    public RemoteCache(IRemoteObjects objects, RemoteOptions? options = null, Action<string>? notice = null)
    {
        (_objects, _options, _notice) = (objects, options ?? new RemoteOptions(), notice ?? (_ => { }));
        (_download, _pushing) = (new RemoteDownload(objects, _options), new SemaphoreSlim(_options.Parallel));
    }

    /// <summary>Results taken from the remote so far.</summary>
    public int Pulled => _pulled;

    /// <summary>Results put into the remote so far.</summary>
    public int Pushed => _pushed;

    /// <summary>Whether it failed so often that it is not asked again.</summary>
    public bool IsLeftAlone => _failures >= _options.FailureLimit;

    /// <summary>Looks for a result there and stores it here. Called under the lock of its stage.</summary>
    /// <returns>The stored result; null where there is none, or none that can be had and believed.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<StageResult?> TryPullAsync(ArtifactStore store, StageKey key, CancellationToken cancellationToken)
    {
        var result = default(StageResult);
        var isDone = !IsLeftAlone && await TryAsync($"pull {key.Abbreviated}", key, async () =>
        {
            result = await new RemotePull(_download, _options, store, key).RunAsync(cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        if (isDone && result is not null)
        {
            Interlocked.Increment(ref _pulled);
        }

        return isDone ? result : null;
    }

    /// <summary>Begins to put a result there, where the options say so; <see cref="CompleteAsync"/> waits for it.</summary>
    public void Push(ArtifactStore store, StageResult result)
    {
        if (_options.Push)
        {
            _pushes.Enqueue(Task.Run(() => PushAsync(store, result, CancellationToken.None)));
        }
    }

    /// <summary>Puts a result there now.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> PushAsync(ArtifactStore store, StageResult result, CancellationToken cancellationToken)
    {
        await _pushing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var push = new RemotePush(_objects, _download, _options, store, result, isForced: _distrusted.ContainsKey(result.Key));
            var isDone = !IsLeftAlone &&
                await TryAsync($"push {result.Key.Abbreviated}", null, () => push.RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            if (isDone)
            {
                Interlocked.Increment(ref _pushed);
            }

            return isDone;
        }
        finally
        {
            _pushing.Release();
        }
    }

    /// <summary>Waits until everything that is being pushed is there, or has failed.</summary>
    public async Task CompleteAsync()
    {
        while (_pushes.TryDequeue(out var push))
        {
            await push.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _pushing.Dispose();
        _objects.Dispose();
    }

    private async Task<bool> TryAsync(string what, StageKey? pulled, Func<Task> action, CancellationToken cancellationToken)
    {
        try
        {
            await action().ConfigureAwait(false);
            Interlocked.Exchange(ref _failures, 0);
            return true;
        }
        catch (RemoteFaultException exception)
        {
            // It answers, so it is asked again for others; what it has under this key is replaced once the stage has run here.
            if (pulled is { } key)
            {
                _distrusted[key] = true;
            }

            Tell(what, exception, failures: 0);
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Tell(what, exception, Interlocked.Increment(ref _failures));
            return false;
        }
    }

    /// <param name="what">What could not be done.</param>
    /// <param name="exception">Why.</param>
    /// <param name="failures">Which failure in a row this is, so that exactly one of several at once says that it was the last; 0 where it counts for nothing.</param>
    private void Tell(string what, Exception exception, int failures)
    {
        var reason = exception.Message.Split('\n', 2)[0].TrimEnd('.', ' ', '\r');
        _notice($"The remote cache {_objects.Address} could not {what}: {reason}. The run goes on without it.");
        if (failures == _options.FailureLimit)
        {
            _notice(FormattableString.Invariant(
                $"The remote cache {_objects.Address} failed {failures} times in a row; it is left alone for the rest of this run."));
        }
    }
}
