namespace Lat.Artifacts;

/// <summary>Finds everything that keeps nodes from being a graph of stages.</summary>
internal static class GraphFaults
{
    public static IReadOnlyList<string> Find(string experiment, IReadOnlyList<StageNode> nodes)
    {
        var known = nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        List<string> faults =
        [
            .. nodes.Select(node => node.Name).Append(experiment).Where(name => !StageNode.IsValidName(name)).Distinct()
                .Select(name => $"'{name}' is not a name. {StageNode.ValidNames}"),
            .. nodes.GroupBy(node => node.Name).Where(group => group.Count() > 1).Select(group => $"two stages are named '{group.Key}'"),
            .. nodes.SelectMany(FindInputs),
            .. nodes.SelectMany(node => node.Inputs.Where(input => !known.Contains(input.Node))
                .Select(input => $"'{node.Name}' takes its input '{input.Name}' from '{input.Node}', which does not exist")),
        ];
        if (faults.Count == 0 && FindCycle(nodes) is { } cycle)
        {
            faults.Add($"these stages wait for each other: {string.Join(" → ", cycle)}");
        }

        return faults;
    }

    private static IEnumerable<string> FindInputs(StageNode node) => node.Inputs.Select(input => input.Name)
        .Concat(node.ExternalInputs.Select(input => input.Name))
        .GroupBy(name => name)
        .Where(group => group.Count() > 1)
        .Select(group => $"'{node.Name}' has two inputs named '{group.Key}'");

    /// <summary>The names along one cycle, the first again at the end, in the direction of the data; null where there is none.</summary>
    private static List<string>? FindCycle(IReadOnlyList<StageNode> nodes)
    {
        var sorted = TopologicalOrder.Sort(nodes).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var left = nodes.Where(node => !sorted.Contains(node.Name)).ToDictionary(node => node.Name, StringComparer.Ordinal);
        if (left.Count == 0)
        {
            return null;
        }

        // Every node left has an input that is left: going upstream must come back to a node already seen.
        var path = new List<string>();
        var current = nodes.First(node => left.ContainsKey(node.Name)).Name;
        while (!path.Contains(current))
        {
            path.Add(current);
            current = left[current].Inputs.Select(input => input.Node).First(left.ContainsKey);
        }

        List<string> cycle = [.. path[path.IndexOf(current)..], current];
        cycle.Reverse();
        return cycle;
    }
}
