using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Which stages of a run are waiting, ready, running and done. Used by the run's one loop only, so without locks.</summary>
internal sealed class RunState
{
    // A blob that is damaged again right after it was made anew is not healed by a third attempt.
    private const int RepeatLimit = 2;

    private readonly StageGraph _graph;
    private readonly bool _keepGoing;
    private readonly ReadyQueue _ready;
    private readonly List<StageNode> _unseen = [];
    private readonly Dictionary<string, StageOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private string? _failed;

    public RunState(StageGraph graph, bool keepGoing, NodeHistory history)
    {
        (_graph, _keepGoing, _ready) = (graph, keepGoing, new ReadyQueue(graph, history));
        foreach (var node in graph.Nodes)
        {
            EnqueueIfReady(node);
        }
    }

    /// <summary>
    /// The stages whose inputs have become known since the last call, in the order in which that was found: to be looked up in the store, and
    /// to be given to <see cref="Finish"/> or <see cref="Await"/>. Those with external inputs await their turn at once.
    /// </summary>
    public IReadOnlyList<StageNode> TakeUnseen()
    {
        var ready = _unseen.Where(IsReady).Distinct().ToList();
        _unseen.Clear();
        ready.Where(node => node.ExternalInputs.Count > 0).ToList().ForEach(Await);
        return [.. ready.Where(node => node.ExternalInputs.Count == 0)];
    }

    /// <summary>A stage that has to be executed awaits its turn.</summary>
    public void Await(StageNode node) => _ready.Add(node);

    /// <summary>A stage to begin now, with what it takes of the machine; null where none is ready, or none has room.</summary>
    public ResourceLease? TakeNext(ResourceLedger ledger)
    {
        // An input may have been taken back since the stage was found ready.
        if (_ready.TryTake(ledger, IsReady) is not { } lease)
        {
            return null;
        }

        _begun.Add(lease.Node.Name);
        return lease;
    }

    public IReadOnlyDictionary<string, StageResult> ResultsFor(StageNode node) =>
        _graph.Upstream(node.Name).ToDictionary(upstream => upstream.Name, upstream => _outcomes[upstream.Name].Result!, StringComparer.Ordinal);

    /// <summary>Takes in how a stage ended.</summary>
    /// <returns>Its outcome, and those of the stages that are skipped with it.</returns>
    public IReadOnlyList<StageOutcome> Finish(StageOutcome outcome)
    {
        _outcomes[outcome.Node.Name] = outcome;
        if (outcome.Result is null)
        {
            _failed ??= outcome.Node.Name;
            return [outcome, .. SkipAfter(outcome.Node)];
        }

        foreach (var dependent in _graph.Dependents(outcome.Node.Name))
        {
            EnqueueIfReady(_graph[dependent]);
        }

        return [outcome];
    }

    /// <summary>Takes back the results of the nodes whose stored outputs are damaged; they run again, and then the node that found out.</summary>
    /// <returns>Nothing, or, after too many attempts, the failure of the node.</returns>
    public IReadOnlyList<StageOutcome> Repeat(StageNode node, DamagedInputException damage)
    {
        _repeats[node.Name] = _repeats.GetValueOrDefault(node.Name) + 1;
        if (_repeats[node.Name] > RepeatLimit)
        {
            return Finish(new StageOutcome { Node = node, Status = StageStatus.Failed, Error = damage.Cause });
        }

        _begun.Remove(node.Name);
        if (damage.Nodes.FirstOrDefault(name => _outcomes.TryGetValue(name, out var known) && known.Result is null) is { } lost)
        {
            return Finish(Skip(node, $"needs '{lost}', which has no result"));
        }

        if (_failed is not null && !_keepGoing)
        {
            return Finish(Skip(node, $"not begun after '{_failed}' failed"));
        }

        foreach (var upstream in damage.Nodes.Where(_outcomes.ContainsKey))
        {
            _outcomes.Remove(upstream);
            _begun.Remove(upstream);
            EnqueueIfReady(_graph[upstream]);
        }

        EnqueueIfReady(node);
        return [];
    }

    public RunReport ToReport() => new([.. _graph.Nodes.Select(node => _outcomes[node.Name])]);

    private List<StageOutcome> SkipAfter(StageNode failed)
    {
        var lost = new HashSet<string>(StringComparer.Ordinal) { failed.Name };
        var skipped = new List<StageOutcome>();
        foreach (var node in _graph.Nodes.Where(node => !_begun.Contains(node.Name) && !_outcomes.ContainsKey(node.Name)))
        {
            var cause = _graph.Upstream(node.Name).FirstOrDefault(upstream => lost.Contains(upstream.Name));
            if (cause is not null || !_keepGoing)
            {
                lost.Add(node.Name);
                skipped.Add(Skip(node, cause is null
                    ? $"not begun after '{_failed}' failed"
                    : $"needs '{cause.Name}', which {(_outcomes[cause.Name].Status == StageStatus.Failed ? "failed" : "was skipped")}"));
                _outcomes.Add(node.Name, skipped[^1]);
            }
        }

        return skipped;
    }

    private static StageOutcome Skip(StageNode node, string reason) => new() { Node = node, Status = StageStatus.Skipped, SkipReason = reason };

    private void EnqueueIfReady(StageNode node)
    {
        if (IsReady(node))
        {
            _unseen.Add(node);
        }
    }

    private bool IsReady(StageNode node) =>
        !_begun.Contains(node.Name) && !_outcomes.ContainsKey(node.Name) &&
        _graph.Upstream(node.Name).All(upstream => _outcomes.TryGetValue(upstream.Name, out var outcome) && outcome.Result is not null);
}
