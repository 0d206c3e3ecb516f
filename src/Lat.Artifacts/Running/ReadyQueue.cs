namespace Lat.Artifacts;

/// <summary>
/// The stages that could begin: first those with the most work behind them on their longest way to the end, by past runs, for they decide
/// when the run ends; then in the graph's order. Without a past every stage counts the same.
/// </summary>
internal sealed class ReadyQueue(StageGraph graph, NodeHistory history)
{
    private readonly SortedSet<(double Negated, int Index)> _queue = [];
    private readonly Lazy<PastRuns> _past = new(() => new PastRuns(graph, history));
    private Dictionary<string, (double Negated, int Index)>? _priorities;

    public void Add(StageNode node)
    {
        _priorities ??= Priorities();
        _queue.Add(_priorities[node.Name]);
    }

    /// <summary>
    /// Takes the first stage for which the machine has room. Who lacks nothing but a GPU is passed by, as others need none; who lacks threads
    /// or memory is not, so that a large stage is not kept waiting by a stream of small ones.
    /// </summary>
    /// <param name="ledger">What is free.</param>
    /// <param name="isReady">False for a stage that is to be dropped from the queue.</param>
    public ResourceLease? TryTake(ResourceLedger ledger, Func<StageNode, bool> isReady)
    {
        foreach (var entry in _queue.ToList())
        {
            var node = graph.Nodes[entry.Index];
            if (!isReady(node))
            {
                _queue.Remove(entry);
            }
            else if (ledger.TryLease(node, _past.Value.PeakMemoryBytes(node)) is { } lease)
            {
                _queue.Remove(entry);
                return lease;
            }
            else if (!ledger.LacksDevice(node))
            {
                return null;
            }
        }

        return null;
    }

    private Dictionary<string, (double Negated, int Index)> Priorities()
    {
        var priorities = new Dictionary<string, (double Negated, int Index)>(StringComparer.Ordinal);
        for (var index = graph.Nodes.Count - 1; index >= 0; index--)
        {
            var node = graph.Nodes[index];
            var behind = graph.Dependents(node.Name).Select(dependent => priorities[dependent].Negated).DefaultIfEmpty().Min();
            priorities.Add(node.Name, (behind - (_past.Value.Seconds(node) ?? 1), index));
        }

        return priorities;
    }
}
