using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The rival `naive-merge`: classes of the same name are taken for the same class, all others are dropped. Names are compared as a person
/// would: case, blanks, hyphens and underscores do not count (`Traffic_Light` is `traffic light`); an exact match comes first.
/// </summary>
public static class SameNameMerge
{
    /// <param name="source">The source's space.</param>
    /// <param name="target">The target's space.</param>
    /// <exception cref="LatException">A source's class is named like several of the target's and exactly like none.</exception>
    public static ClassRenaming Of(LabelSpace source, LabelSpace target)
    {
        var byName = target.Classes.ToLookup(name => Bare(name), StringComparer.Ordinal);
        return new ClassRenaming(source, target, [.. source.Classes.Select(name => target.IndexOf(name) ?? Alike(name))]);

        int? Alike(ClassName name)
        {
            var alike = byName[Bare(name)].ToList();
            return alike.Count > 1
                ? throw new LatException(
                    $"The class '{name}' of the source is named like several of the target: {string.Join(", ", alike)}. 'naive-merge' cannot choose; map it by hand with 'source-only-mapped'.")
                : alike.Count == 0 ? null : target.IndexOf(alike[0]);
        }
    }

    private static string Bare(ClassName name) => string.Concat(name.Value.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '_'))).ToLowerInvariant();
}
