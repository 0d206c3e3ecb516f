using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Lat.Detection;

/// <summary>Prepares the batches of consecutive iterations on background threads, a few ahead of the step. They come out in order.</summary>
public sealed class BatchPrefetcher<T> : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, T> _ready = [];
    private readonly SemaphoreSlim _room;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _waited = new();
    private readonly List<Thread> _threads = [];
    private readonly int _end;
    private (int Iteration, ExceptionDispatchInfo Cause)? _failure;
    private int _next, _taken;

    /// <param name="start">The first iteration.</param>
    /// <param name="end">The iteration after the last.</param>
    /// <param name="prepare">
    /// Makes the batch of an iteration, from nothing but the iteration. Called on the background threads, on as many at once as there are
    /// workers; leaves no tensor to a scope. A batch that is disposable and never taken is disposed.
    /// </param>
    /// <param name="capacity">Batches to keep ready. Default 2; at least one more than there are workers.</param>
    /// <param name="workers">Threads. Default 1.</param>
    public BatchPrefetcher(int start, int end, Func<int, T> prepare, int capacity = 2, int workers = 1)
    {
        (_next, _taken, _end) = (start, start, end);
        _room = new SemaphoreSlim(Math.Max(capacity, workers + 1));
        for (var worker = 0; worker < workers; worker++)
        {
            var thread = new Thread(() => Fill(prepare)) { IsBackground = true, Name = "batches" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>Time that <see cref="Take"/> has waited so far.</summary>
    public TimeSpan Waited => _waited.Elapsed;

    /// <summary>The batch of the next iteration.</summary>
    /// <exception cref="InvalidOperationException">Iterations are not taken in order.</exception>
    public T Take(int iteration)
    {
        if (iteration != _taken || iteration >= _end)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The next batch is that of iteration {_taken} of {_end}, not {iteration}."));
        }

        _waited.Start();
        try
        {
            while (true)
            {
                lock (_gate)
                {
                    if (_ready.Remove(iteration, out var batch))
                    {
                        _taken++;
                        _room.Release();
                        return batch;
                    }

                    if (_failure is { } failure && failure.Iteration == iteration)
                    {
                        failure.Cause.Throw();
                    }
                }

                _arrived.Wait();
            }
        }
        finally
        {
            _waited.Stop();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _threads.ForEach(thread => thread.Join());
        foreach (var batch in _ready.Values.OfType<IDisposable>())
        {
            batch.Dispose();
        }

        _room.Dispose();
        _arrived.Dispose();
        _stop.Dispose();
    }

    private void Fill(Func<int, T> prepare)
    {
        try
        {
            while (Claim() is { } iteration)
            {
                Prepare(iteration, prepare);
                _arrived.Release();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed before the last batch was taken.
        }
    }

    /// <summary>The next iteration to prepare, once there is room for it; null where there is none.</summary>
    private int? Claim()
    {
        _room.Wait(_stop.Token);
        lock (_gate)
        {
            return _next < _end && _failure is null ? _next++ : null;
        }
    }

    private void Prepare(int iteration, Func<int, T> prepare)
    {
        try
        {
            var batch = prepare(iteration);
            lock (_gate)
            {
                _ready.Add(iteration, batch);
            }
        }
        catch (Exception exception)
        {
            // Thrown again where the batch is taken, with the stack of where it failed; of several the earliest, whichever thread was first.
            lock (_gate)
            {
                if (_failure is null || iteration < _failure.Value.Iteration)
                {
                    _failure = (iteration, ExceptionDispatchInfo.Capture(exception));
                }
            }
        }
    }
}
