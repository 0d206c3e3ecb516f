using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>Stages that are submitted together, as one job or as the tasks of one array.</summary>
/// <param name="Kind">What they all are.</param>
/// <param name="Nodes">In the graph's order.</param>
internal sealed record SlurmGroup(string Kind, IReadOnlyList<StageNode> Nodes)
{
    /// <summary>What people see in the queue.</summary>
    public string Label => Nodes.Count == 1 ? Nodes[0].Name : Kind;

    /// <summary>
    /// Equal stages go together where they wait for the same last thing: among what they wait for, the stages that are furthest down must be
    /// the same. So the matrix of pseudo-labels becomes one array for each detector, and no task waits for anything later than what it needs.
    /// </summary>
    /// <param name="graph">The stages.</param>
    /// <param name="missing">Those without a result, in the graph's order.</param>
    /// <param name="isSent">Whether a stage of these has a job already.</param>
    /// <param name="maximumTasks">The most tasks of one array.</param>
    /// <returns>Every group after those that it waits for.</returns>
    public static IReadOnlyList<SlurmGroup> Of(StageGraph graph, IReadOnlyList<StageNode> missing, Func<StageNode, bool> isSent, int maximumTasks)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new Dictionary<(int Depth, string Kind, StageNeeds Needs, string Last), List<StageNode>>();
        foreach (var node in missing)
        {
            var upstream = graph.Upstream(node.Name).Where(other => depths.ContainsKey(other.Name)).ToList();
            var depth = upstream.Select(other => depths[other.Name] + 1).DefaultIfEmpty(0).Max();
            depths.Add(node.Name, depth);
            if (!isSent(node))
            {
                var last = string.Join('\n', upstream.Where(other => depths[other.Name] == depth - 1).Select(other => other.Name).Order(StringComparer.Ordinal));
                var key = (depth, node.Kind, node.Needs, last);
                if (!groups.TryGetValue(key, out var members))
                {
                    groups.Add(key, members = []);
                }

                members.Add(node);
            }
        }

        return [.. groups.OrderBy(group => group.Key.Depth).SelectMany(group => group.Value.Chunk(maximumTasks).Select(nodes => new SlurmGroup(group.Key.Kind, nodes)))];
    }
}
