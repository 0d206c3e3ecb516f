using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Runs the stages of a graph, several at once, each as soon as its inputs are known. A stage whose inputs come out as they were is not
/// run again, whatever ran before it.
/// </summary>
public sealed class GraphRunner
{
    private readonly ArtifactStore _store;
    private readonly IStageExecutor _executor;
    private readonly RunOptions _options;
    private readonly SerialObserver _observer;
    private readonly RemoteCache? _remote;

    /// <param name="store">Where results are looked up and kept.</param>
    /// <param name="executor">Runs one stage.</param>
    /// <param name="options">How the machine is used; null: the defaults.</param>
    /// <param name="observer">Hears what happens; null: nobody.</param>
    /// <param name="remote">Where results are also looked for, and shared; null: nowhere. The caller completes it after the run.</param>
    public GraphRunner(
        ArtifactStore store, IStageExecutor executor, RunOptions? options = null, IRunObserver? observer = null, RemoteCache? remote = null)
    {
        (_store, _executor, _options, _observer, _remote) = (store, executor, options ?? new RunOptions(), new SerialObserver(observer), remote);
        if (_options.Jobs < 1)
        {
            throw new LatException(FormattableString.Invariant($"A run has at least 1 job, not {_options.Jobs}."));
        }
    }

    /// <summary>Runs all stages of the graph; failures are in the report.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; every stage that was running has ended, and those done are stored.</exception>
    public async Task<RunReport> RunAsync(StageGraph graph, CancellationToken cancellationToken = default)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Dictionary<Task<StageOutcome>, ResourceLease>();
        try
        {
            return await RunAsync(graph, running, source.Token).ConfigureAwait(false);
        }
        finally
        {
            // Only an observer that throws leaves stages running; they must not outlive the run.
            if (running.Count > 0)
            {
                await source.CancelAsync().ConfigureAwait(false);
                await ((Task)Task.WhenAll(running.Keys)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<RunReport> RunAsync(StageGraph graph, Dictionary<Task<StageOutcome>, ResourceLease> running, CancellationToken cancellationToken)
    {
        var runner = new StageRunner(_store, _executor, _options, _observer, _remote);
        var state = new RunState(graph, _options.KeepGoing, _store.History);
        var ledger = new ResourceLedger(_options.Capacity);
        while (true)
        {
            await ReuseAsync(graph, runner, state, cancellationToken).ConfigureAwait(false);
            while (running.Count < _options.Jobs && !cancellationToken.IsCancellationRequested && state.TakeNext(ledger) is { } next)
            {
                var upstream = state.ResultsFor(next.Node);
                running.Add(Task.Run(() => runner.RunAsync(graph.Name, next.Node, upstream, next.Device, cancellationToken), CancellationToken.None), next);
            }

            if (running.Count == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return state.ToReport();
            }

            var done = await Task.WhenAny(running.Keys).ConfigureAwait(false);
            running.Remove(done, out var lease);
            ledger.Return(lease!);
            await SettleAsync(state, lease!.Node, done, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Settles the stages that the store has, whatever the machine is busy with: they take nothing of it.</summary>
    private async Task ReuseAsync(StageGraph graph, StageRunner runner, RunState state, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && state.TakeUnseen() is { Count: > 0 } unseen)
        {
            var found = new StageOutcome?[unseen.Count];
            await Task.Run(() => Parallel.For(0, found.Length, index => found[index] = runner.TryReuse(graph.Name, unseen[index], state.ResultsFor(unseen[index]))), CancellationToken.None)
                .ConfigureAwait(false);
            foreach (var (index, outcome) in found.Index())
            {
                if (outcome is null)
                {
                    state.Await(unseen[index]);
                    continue;
                }

                state.Finish(outcome);
                _observer.StageFinished(outcome);
            }
        }
    }

    private async Task SettleAsync(RunState state, StageNode node, Task<StageOutcome> done, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var outcome in state.Finish(await done.ConfigureAwait(false)))
            {
                _observer.StageFinished(outcome);
            }
        }
        catch (DamagedInputException damage)
        {
            foreach (var outcome in state.Repeat(node, damage))
            {
                _observer.StageFinished(outcome);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The loop begins nothing more, waits for the others and then says so to its caller.
            return;
        }
    }
}
