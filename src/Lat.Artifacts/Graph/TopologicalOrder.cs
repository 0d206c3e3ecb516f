namespace Lat.Artifacts;

/// <summary>Every node after its inputs, and of those that are free the one given first: the same order on every machine.</summary>
internal static class TopologicalOrder
{
    /// <returns>The nodes in order; those on a cycle, or behind one, are missing.</returns>
    public static IReadOnlyList<StageNode> Sort(IReadOnlyList<StageNode> nodes)
    {
        var index = nodes.Index().ToDictionary(entry => entry.Item.Name, entry => entry.Index, StringComparer.Ordinal);
        var dependents = nodes.Select(_ => new List<int>()).ToArray();
        var missing = new int[nodes.Count];
        for (var node = 0; node < nodes.Count; node++)
        {
            foreach (var upstream in nodes[node].Inputs.Select(input => index[input.Node]).Distinct())
            {
                dependents[upstream].Add(node);
                missing[node]++;
            }
        }

        var free = new PriorityQueue<int, int>(Enumerable.Range(0, nodes.Count).Where(node => missing[node] == 0).Select(node => (node, node)));
        var order = new List<StageNode>(nodes.Count);
        while (free.TryDequeue(out var next, out _))
        {
            order.Add(nodes[next]);
            foreach (var dependent in dependents[next].Where(dependent => --missing[dependent] == 0))
            {
                free.Enqueue(dependent, dependent);
            }
        }

        return order;
    }
}
