using Lat.Core;

namespace Lat.Experiments;

/// <summary>Lays a file over the one it extends: mappings merge key by key, anything else replaces.</summary>
internal static class NodeMerge
{
    public static MappingNode Merge(MappingNode inherited, MappingNode own)
    {
        var merged = inherited.Entries.Select(entry =>
            own.Find(entry.Key) is { } over ? over with { Value = Merge(entry.Value, over.Value) } : entry);
        return new MappingNode(own.Position, [.. merged, .. own.Entries.Where(entry => inherited.Find(entry.Key) is null)]);
    }

    private static SpecNode Merge(SpecNode inherited, SpecNode own) =>
        inherited is MappingNode below && own is MappingNode above && !IsOtherKind(below, above) ? Merge(below, above) : own;

    /// <summary>The fields of one kind mean nothing to another, so a new kind begins afresh.</summary>
    private static bool IsOtherKind(MappingNode inherited, MappingNode own) =>
        inherited.TryGetText(VariantAttribute.Key, out var theirs) && own.TryGetText(VariantAttribute.Key, out var ours) && theirs != ours;
}
