namespace Lat.Experiments;

/// <summary>Lays one section of a document below another.</summary>
internal static class SectionInheritance
{
    private const string EveryEntry = "*";

    /// <param name="node">Where the path begins.</param>
    /// <param name="defaults">What is laid below.</param>
    /// <param name="path">Keys down to the section; `*` for every entry of a mapping or item of a list.</param>
    /// <param name="create">Whether a missing section becomes a copy of the defaults.</param>
    public static MappingNode Apply(MappingNode node, MappingNode defaults, ReadOnlySpan<string> path, bool create)
    {
        var key = path[0];
        if (key == EveryEntry)
        {
            foreach (var entry in node.Entries)
            {
                node = entry.Value is MappingNode inner ? node.With(entry with { Value = Apply(inner, defaults, path[1..], create) }) : node;
            }

            return node;
        }

        var found = node.Find(key);
        return found?.Value switch
        {
            MappingNode own when path.Length == 1 => node.With(found with { Value = NodeMerge.Merge(defaults, own) }),
            MappingNode own => node.With(found with { Value = Apply(own, defaults, path[1..], create) }),
            SequenceNode list when path.Length > 2 && path[1] == EveryEntry => node.With(found with { Value = ApplyToItems(list, defaults, path[2..].ToArray(), create) }),
            null when path.Length == 1 && create => node.With(new MappingEntry(key, defaults.Position, defaults)),
            _ => node,
        };
    }

    private static SequenceNode ApplyToItems(SequenceNode list, MappingNode defaults, string[] path, bool create) =>
        new(list.Position, [.. list.Items.Select(item => item is MappingNode mapping ? Apply(mapping, defaults, path, create) : item)]);
}
