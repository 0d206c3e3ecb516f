namespace Lat.Artifacts;

/// <summary>
/// The stages that could begin: first those with the longest chain of stages behind them, for they decide when the run ends; then in the
/// graph's order.
/// </summary>
internal sealed class ReadyQueue
{
    private readonly PriorityQueue<StageNode, (int Chain, int Index)> _queue = new();
    private readonly Dictionary<string, (int Chain, int Index)> _priorities = new(StringComparer.Ordinal);

    public ReadyQueue(StageGraph graph)
    {
        for (var index = graph.Nodes.Count - 1; index >= 0; index--)
        {
            var name = graph.Nodes[index].Name;
            var chain = graph.Dependents(name).Select(dependent => _priorities[dependent].Chain).DefaultIfEmpty().Min() - 1;
            _priorities.Add(name, (chain, index));
        }
    }

    public void Add(StageNode node) => _queue.Enqueue(node, _priorities[node.Name]);

    public StageNode? TryTake() => _queue.TryDequeue(out var node, out _) ? node : null;
}
