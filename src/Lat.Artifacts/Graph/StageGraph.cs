using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The stages of an experiment and what they need of each other; without cycles, every input known.</summary>
public sealed class StageGraph
{
    private readonly Dictionary<string, StageNode> _byName;
    private readonly Dictionary<string, IReadOnlyList<StageNode>> _upstream;
    private readonly Dictionary<string, List<string>> _dependents;

    /// <param name="name">The experiment, under whose name the history is kept.</param>
    /// <param name="nodes">In the order in which a reader would tell them; ties are run in this order.</param>
    /// <exception cref="StageGraphNotValidException">A name twice or not allowed, an unknown input, a cycle: all of them.</exception>
    public StageGraph(string name, IEnumerable<StageNode> nodes)
    {
        Name = name;
        var given = nodes.ToList();
        var faults = GraphFaults.Find(name, given);
        if (faults.Count > 0)
        {
            throw new StageGraphNotValidException(name, faults);
        }

        _byName = given.ToDictionary(node => node.Name, StringComparer.Ordinal);
        _upstream = given.ToDictionary(
            node => node.Name,
            IReadOnlyList<StageNode> (node) => [.. node.Inputs.Select(input => input.Node).Distinct(StringComparer.Ordinal).Select(name => _byName[name])],
            StringComparer.Ordinal);
        _dependents = given.ToDictionary(node => node.Name, _ => new List<string>(), StringComparer.Ordinal);
        Nodes = TopologicalOrder.Sort(given);
        foreach (var node in Nodes)
        {
            foreach (var upstream in Upstream(node.Name))
            {
                _dependents[upstream.Name].Add(node.Name);
            }
        }
    }

    /// <summary>The experiment's name.</summary>
    public string Name { get; }

    /// <summary>Every node after those it needs; otherwise in the order given.</summary>
    public IReadOnlyList<StageNode> Nodes { get; }

    /// <exception cref="KeyNotFoundException">The graph has no such node.</exception>
    public StageNode this[string name] => _byName[name];

    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The nodes that make a node's inputs, each once.</summary>
    public IReadOnlyList<StageNode> Upstream(string name) => _upstream[name];

    /// <summary>The names of the nodes that take an output of this one, in topological order.</summary>
    public IReadOnlyList<string> Dependents(string name) => _dependents[name];

    /// <summary>The targets and everything that they need, directly or not.</summary>
    /// <exception cref="LatException">A target is unknown; all of them are named, and what there is.</exception>
    public StageGraph Select(IEnumerable<string> targets)
    {
        var wanted = targets.ToList();
        var unknown = wanted.Where(target => !Contains(target)).ToList();
        if (unknown.Count > 0)
        {
            throw new LatException(
                $"'{Name}' has no stage {string.Join(", ", unknown.Select(target => $"'{target}'"))}. " +
                $"It has: {string.Join(", ", Nodes.Select(node => node.Name))}.");
        }

        var needed = new HashSet<string>(wanted, StringComparer.Ordinal);
        foreach (var node in Nodes.Reverse().Where(node => needed.Contains(node.Name)))
        {
            needed.UnionWith(node.Inputs.Select(input => input.Node));
        }

        return new StageGraph(Name, Nodes.Where(node => needed.Contains(node.Name)));
    }

    /// <summary>The nodes of these kinds and everything that they need.</summary>
    public StageGraph SelectKinds(params IEnumerable<string> kinds)
    {
        var wanted = kinds.ToHashSet(StringComparer.Ordinal);
        return Select(Nodes.Where(node => wanted.Contains(node.Kind)).Select(node => node.Name));
    }
}
