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
    /// <param name="cancellationToken">Ends the execution, which then has no result.</param>
    /// <exception cref="DamagedInputException">A stored input is damaged; it was moved aside.</exception>
    public async Task<StageOutcome> RunAsync(
        string experiment, StageNode node, IReadOnlyDictionary<string, StageResult> upstream, CancellationToken cancellationToken)
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
                : await RunLockedAsync(node, parts, key.Value, inputs, cancellationToken).ConfigureAwait(false);
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
            return new StageOutcome { Node = node, Status = StageStatus.Failed, Key = key, Error = exception, Seconds = clock.Elapsed.TotalSeconds };
        }
    }

    private async Task<(StageStatus Status, StageResult Result)> RunLockedAsync(
        StageNode node, StageKeyParts parts, StageKey key, IReadOnlyList<ResolvedInput> inputs, CancellationToken cancellationToken)
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
            Inputs = new NamedMap<string>(OpenInputs(inputs)),
            WorkDirectory = store.OpenWorkDirectory(key, ownership.PredecessorMayLive, out var isResumed),
            IsResumed = isResumed,
            Report = line => observer.StageReported(node, line),
        };
        observer.StageStarted(invocation);
        var clock = Stopwatch.StartNew();
        var execution = await executor.ExecuteAsync(invocation, cancellationToken).ConfigureAwait(false);
        var seconds = clock.Elapsed.TotalSeconds;
        RefuseMovedInputs(node, inputs);
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

    private List<KeyValuePair<string, string>> OpenInputs(IReadOnlyList<ResolvedInput> inputs)
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

        return cause is null ? paths : throw new DamagedInputException([.. damaged.Distinct()], cause);
    }

    /// <summary>A result belongs to the inputs that were hashed before the stage began; if they moved meanwhile, nobody knows which it read.</summary>
    private void RefuseMovedInputs(StageNode node, IReadOnlyList<ResolvedInput> inputs)
    {
        OpenInputs(inputs);
        var moved = inputs.Where(input => input.External is { } external && InputResolver.HashNow(node, external) != input.Hash).ToList();
        if (moved.Count > 0)
        {
            var names = string.Join(", ", moved.Select(input => $"{input.Name} ({input.External!.Path})"));
            throw new LatException(
                $"The stage '{node.Name}' is done, but its input changed while it ran: {names}. " +
                "Its result was not kept. Leave the input alone and run again.");
        }
    }
}
