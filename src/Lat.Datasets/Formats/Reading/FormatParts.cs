using Lat.Core;

namespace Lat.Datasets;

/// <summary>Which cameras or conditions to read.</summary>
public static class FormatParts
{
    /// <summary>The parts that were asked for in the format's own spelling, upper or lower case; all where none was.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="known">What there is.</param>
    /// <param name="what">What a part is (`camera`), for messages.</param>
    /// <param name="faults">Reports what is not known, all together.</param>
    /// <param name="root">The dataset, for messages.</param>
    /// <exception cref="LatException">Something is asked for that the format does not have.</exception>
    public static IReadOnlySet<string> Choose(
        IReadOnlyList<string> wanted, IReadOnlyList<string> known, string what, ReadFaults faults, string root)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in wanted)
        {
            if (known.FirstOrDefault(one => one.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                chosen.Add(found);
            }
            else
            {
                faults.Add(new RecordPlace(root), $"there is no {what} '{part}'", $"It is one of {string.Join(", ", known)}");
            }
        }

        faults.ThrowIfAny();
        return wanted.Count == 0 ? known.ToHashSet(StringComparer.Ordinal) : chosen;
    }

    /// <summary>The way to draw boxes that was asked for, in the format's own spelling; the first that it has where none was.</summary>
    /// <exception cref="LatException">The format does not have it.</exception>
    public static string ChooseVariant(string? wanted, IReadOnlyList<string> known, ReadFaults faults, string root) => wanted is null
        ? known[0]
        : known.FirstOrDefault(one => one.Equals(wanted, StringComparison.OrdinalIgnoreCase)) ?? throw faults.Stop(
            new RecordPlace(root), $"there is no variant '{wanted}'", $"It is one of {string.Join(", ", known)}");
}
