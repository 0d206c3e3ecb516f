using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Lat.Detection;

/// <summary>Prepares the batches of consecutive iterations on one background thread, a few ahead of the step.</summary>
public sealed class BatchPrefetcher<T> : IDisposable
{
    private readonly BlockingCollection<(int Iteration, T? Batch, ExceptionDispatchInfo? Failure)> _ready;
    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _waited = new();
    private readonly Thread _thread;

    /// <param name="start">The first iteration.</param>
    /// <param name="end">The iteration after the last.</param>
    /// <param name="prepare">Makes the batch of an iteration; called in order, on the background thread, and must make no tensors.</param>
    /// <param name="capacity">Batches to keep ready. Default 2.</param>
    public BatchPrefetcher(int start, int end, Func<int, T> prepare, int capacity = 2)
    {
        _ready = new(capacity);
        _thread = new Thread(() => Fill(start, end, prepare)) { IsBackground = true, Name = "batches" };
        _thread.Start();
    }

    /// <summary>Time that <see cref="Take"/> has waited so far.</summary>
    public TimeSpan Waited => _waited.Elapsed;

    /// <summary>The batch of the next iteration.</summary>
    /// <exception cref="InvalidOperationException">Iterations are not taken in order.</exception>
    public T Take(int iteration)
    {
        _waited.Start();
        var (prepared, batch, failure) = _ready.Take();
        _waited.Stop();
        failure?.Throw();
        return prepared == iteration
            ? batch!
            : throw new InvalidOperationException(FormattableString.Invariant($"The next batch is that of iteration {prepared}, not {iteration}."));
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _ready.Dispose();
        _stop.Dispose();
    }

    private void Fill(int start, int end, Func<int, T> prepare)
    {
        try
        {
            for (var iteration = start; iteration < end; iteration++)
            {
                _ready.Add((iteration, prepare(iteration), null), _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed before the last batch was taken.
        }
        catch (Exception exception)
        {
            // Thrown again where the batch is taken, with the stack of where it failed.
            _ready.TryAdd((-1, default, ExceptionDispatchInfo.Capture(exception)), Timeout.Infinite, CancellationToken.None);
        }
    }
}
