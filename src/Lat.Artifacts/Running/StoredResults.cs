using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The results of a graph's stages as they appear in a store, whoever computes them. A stage's key is known once the stages before it have
/// theirs, so it is asked for in the graph's order.
/// </summary>
public sealed class StoredResults(StageGraph graph, ArtifactStore store)
{
    private readonly Dictionary<string, StageResult> _found = new(StringComparer.Ordinal);
    private readonly InputResolver _resolver = new();

    /// <summary>The result of a node, which becomes the last in its history; null while there is none, or while a stage that it needs was not found.</summary>
    /// <exception cref="LatException">An external input cannot be read, or a stored result lacks an output that the node takes.</exception>
    public StageResult? Find(StageNode node)
    {
        if (_found.TryGetValue(node.Name, out var known))
        {
            return known;
        }

        if (!graph.Upstream(node.Name).All(upstream => _found.ContainsKey(upstream.Name)))
        {
            return null;
        }

        var key = InputResolver.ToParts(node, _resolver.Resolve(node, name => _found[name])).ToKey();
        if (store.Inspect(key).Result is not { } result)
        {
            return null;
        }

        _found.Add(node.Name, result);
        store.History.Record(graph.Name, node.Name, result);
        store.MarkUsed(key);
        return result;
    }

    /// <summary>Whether the node's result was found before.</summary>
    public bool Has(string node) => _found.ContainsKey(node);
}
