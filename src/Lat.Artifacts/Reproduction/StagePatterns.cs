using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Chooses stages by their names: whole names, or patterns in which `*` stands for anything, `/` included.</summary>
public static class StagePatterns
{
    /// <param name="graph">Has the stages.</param>
    /// <param name="patterns">The names and patterns; none: every stage.</param>
    /// <returns>Each stage once, in the graph's order.</returns>
    /// <exception cref="LatException">A pattern fits no stage; all of these are named, and what there is.</exception>
    public static IReadOnlyList<StageNode> Choose(StageGraph graph, IReadOnlyList<string> patterns)
    {
        var idle = patterns.Where(pattern => !graph.Nodes.Any(node => Fits(node.Name, pattern))).ToList();
        if (idle.Count > 0)
        {
            throw new LatException(
                $"'{graph.Name}' has no stage {string.Join(", ", idle.Select(pattern => $"'{pattern}'"))}; '*' stands for anything. " +
                $"It has: {string.Join(", ", graph.Nodes.Select(node => node.Name))}.");
        }

        return [.. graph.Nodes.Where(node => patterns.Count == 0 || patterns.Any(pattern => Fits(node.Name, pattern)))];
    }

    private static bool Fits(string name, string pattern)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return name == pattern;
        }

        if (!name.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var position = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + part.Length;
        }

        return name.Length - position >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
