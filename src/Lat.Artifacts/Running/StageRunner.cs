using System.Diagnostics;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Brings one node to its result: from the store, or by executing it under its lock.</summary>
internal sealed class StageRunner(ArtifactStore store, IStageExecutor executor, RunOptions options, IRunObserver observer, RemoteCache? remote)
{
    private readonly InputResolver _resolver = new();
    private readonly Lazy<EquatableArray<SpecField>> _machine = new(MachineFacts.Read);

    /// <param name="experiment">Under whose name the history is kept.</param>
    /// <param name="node">The stage.</param>
    /// <param name="upstream">The results of the nodes it needs.</param>
    /// <param name="device">The GPU that it may use; null for none.</param>
    /// <param name="cancellationToken">Ends the execution, which then has no result.</param>
    /// <exception cref="DamagedInputException">A stored input is damaged; it was moved aside.</exception>
    public async Task<StageOutcome> RunAsync(
        string experiment, StageNode node, IReadOnlyDictionary<string, StageResult> upstream, string? device, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        StageKey? key = null;
        try
        {
            var inputs = _resolver.Resolve(node, name => upstream[name]);
            var parts = InputResolver.ToParts(node, inputs);
            key = parts.ToKey();
            var (status, result) = store.Inspect(key.Value, options.Verification).Result is { } stored
                ? (StageStatus.Reused, stored)
                : await RunLockedAsync(node, parts, key.Value, inputs, device, cancellationToken).ConfigureAwait(false);
            if (options.Refusal?.Invoke(node, result) is { } refusal)
            {
                throw new LatException(refusal);
            }

            store.History.Record(experiment, node.Name, result);
            store.MarkUsed(key.Value);
            return new StageOutcome { Node = node, Status = status, Key = key, Result = result, Seconds = clock.Elapsed.TotalSeconds };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not DamagedInputException)
        {
            var error = exception is IOException or UnauthorizedAccessException ? StoreErrors.Translate(exception, store.Directory) : exception;
            return new StageOutcome { Node = node, Status = StageStatus.Failed, Key = key, Error = error, Seconds = clock.Elapsed.TotalSeconds };
        }
    }

    /// <summary>
    /// The outcome of a node whose result is stored; null where it is not, or something is wrong with it. Only for nodes without external inputs:
    /// those may take long to hash.
    /// </summary>
    public StageOutcome? TryReuse(string experiment, StageNode node, IReadOnlyDictionary<string, StageResult> upstream)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var key = InputResolver.ToParts(node, _resolver.Resolve(node, name => upstream[name])).ToKey();
            if (store.Inspect(key, options.Verification).Result is not { } stored || options.Refusal?.Invoke(node, stored) is not null)
            {
                return null;
            }

            store.History.Record(experiment, node.Name, stored);
            store.MarkUsed(key);
            return new StageOutcome { Node = node, Status = StageStatus.Reused, Key = key, Result = stored, Seconds = clock.Elapsed.TotalSeconds };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whoever runs the stage says what is wrong.
            return null;
        }
    }

    private async Task<(StageStatus Status, StageResult Result)> RunLockedAsync(
        StageNode node, StageKeyParts parts, StageKey key, IReadOnlyList<ResolvedInput> inputs, string? device, CancellationToken cancellationToken)
    {
        using var ownership = await StageLock
            .AcquireAsync(store, key, options.LockTimeout, owner => observer.StageWaiting(node, owner), cancellationToken)
            .ConfigureAwait(false);

        // Whoever had the lock before may have made the result. A damaged one is moved aside here, where nobody else can be replacing it.
        if (store.TryGet(key, options.Verification) is { } stored)
        {
            return (StageStatus.Reused, stored);
        }

        if (remote is not null && await remote.TryPullAsync(store, key, cancellationToken).ConfigureAwait(false) is { } pulled)
        {
            return (StageStatus.Reused, pulled);
        }

        var invocation = new StageInvocation
        {
            Node = node,
            Key = key,
            Parts = parts,
            Inputs = new NamedMap<string>(OpenInputs(key, inputs)),
            WorkDirectory = store.OpenWorkDirectory(key, ownership.PredecessorMayLive, out var isResumed),
            IsResumed = isResumed,
            Device = device,
            Report = line => observer.StageReported(node, line),
        };
        observer.StageStarted(invocation);
        var clock = Stopwatch.StartNew();
        var execution = await ExecuteAsync(invocation, inputs, cancellationToken).ConfigureAwait(false);
        var seconds = clock.Elapsed.TotalSeconds;
        RefuseMovedInputs(node, key, inputs);
        ownership.RequireHeld();
        var result = store.Publish(parts, invocation.WorkDirectory, execution.Outputs, new StageMeasurements
        {
            Seconds = seconds,
            PeakMemoryBytes = execution.PeakMemoryBytes,
            Environment = execution.Environment.Count > 0 ? execution.Environment : _machine.Value,
            Values = execution.Values,
        });
        store.DeleteWorkDirectory(key);
        remote?.Push(store, result);
        return (StageStatus.Ran, result);
    }

    /// <summary>Executes, and again where the stage is marked transient; each attempt goes on where the one before it stopped.</summary>
    private async Task<StageExecution> ExecuteAsync(StageInvocation invocation, IReadOnlyList<ResolvedInput> inputs, CancellationToken cancellationToken)
    {
        for (var left = invocation.Node.IsTransient ? options.Retries : 0; ; left--)
        {
            try
            {
                return await executor.ExecuteAsync(invocation, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (left > 0 && MayPass(failure) && !cancellationToken.IsCancellationRequested)
            {
                observer.StageRetried(invocation.Node, failure);
                await Task.Delay(options.RetryPause, store.Files.Clock, cancellationToken).ConfigureAwait(false);
                invocation = invocation with { IsResumed = true };
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // A stage that failed over a damaged input is not at fault: the input is made anew, and the stage runs again.
                OpenInputs(invocation.Key, inputs);
                throw;
            }
        }
    }

    /// <summary>What a user has to repair does not pass by itself.</summary>
    private static bool MayPass(Exception failure) => failure is TransientFaultException or not LatException;

    /// <exception cref="DamagedInputException">A stored input is damaged. What the stage has made of it so far is dropped: no attempt may go on from there.</exception>
    private List<KeyValuePair<string, string>> OpenInputs(StageKey key, IReadOnlyList<ResolvedInput> inputs)
    {
        var paths = new List<KeyValuePair<string, string>>(inputs.Count);
        var damaged = new List<string>();
        DamagedBlobException? cause = null;
        foreach (var input in inputs)
        {
            try
            {
                paths.Add(new(input.Name, input.External is { } external ? Path.GetFullPath(external.Path) : store.VerifiedPath(input.Output!)));
            }
            catch (DamagedBlobException exception)
            {
                damaged.Add(input.Node!);
                cause ??= exception;
            }
        }

        if (cause is null)
        {
            return paths;
        }

        store.DeleteWorkDirectory(key);
        throw new DamagedInputException([.. damaged.Distinct()], cause);
    }

    /// <summary>A result belongs to the inputs that were hashed before the stage began; if they moved meanwhile, nobody knows which it read.</summary>
    private void RefuseMovedInputs(StageNode node, StageKey key, IReadOnlyList<ResolvedInput> inputs)
    {
        OpenInputs(key, inputs);
        var moved = inputs.Where(input => input.External is { } external && InputResolver.HashNow(node, external) != input.Hash).ToList();
        if (moved.Count > 0)
        {
            // Its checkpoints, too, come from nobody knows which: under the same key they would go on to a false result.
            store.DeleteWorkDirectory(key);
            var names = string.Join(", ", moved.Select(input => $"{input.Name} ({input.External!.Path})"));
            throw new LatException(
                $"The stage '{node.Name}' is done, but its input changed while it ran: {names}. " +
                "Its result was not kept. Leave the input alone and run again.");
        }
    }
}
