using Lat.Core;

namespace Lat.Transfer;

/// <summary>The rival `source-only-mapped`: a person wrote down which class of the source is which of the target; classes not named are dropped.</summary>
public static class HandMapping
{
    /// <param name="source">The source's space.</param>
    /// <param name="target">The target's space.</param>
    /// <param name="mapping">The target's class of each class of the source.</param>
    /// <exception cref="LatException">A space lacks a class that the mapping names; all such are in the message.</exception>
    public static ClassRenaming Of(LabelSpace source, LabelSpace target, NamedMap<ClassName> mapping)
    {
        var faults = mapping.Keys.Where(name => source.Classes.All(known => known.Value != name)).Select(name => $"the source has no class '{name}'; it has: {source}")
            .Concat(mapping.Values.Distinct().Where(name => target.IndexOf(name) is null).Select(name => $"the target has no class '{name}'; it has: {target}")).ToList();
        return faults.Count == 0
            ? new ClassRenaming(source, target, [.. source.Classes.Select(name => mapping.TryGetValue(name.Value, out var mapped) ? target.IndexOf(mapped) : null)])
            : throw new LatException($"The section 'classMapping' does not fit the datasets:\n  {string.Join("\n  ", faults)}");
    }
}
