using Lat.Core;

namespace Lat.Datasets;

/// <summary>Every format that Lat reads.</summary>
public static class DatasetFormats
{
    /// <summary>The formats in ordinal order of their names.</summary>
    public static EquatableArray<DatasetFormat> All { get; } = Ordered(
    [
        AcdcFormat.Format,
        Bdd100kFormat.Format,
        CityscapesFormat.Format,
        CocoFormat.Format,
        NuImagesFormat.Format,
        PascalVocFormat.Format,
        ShiftFormat.Format,
        StreetsFormat.Format,
        SynscapesFormat.Format,
        WaymoFormat.Format,
        YoloFormat.Format,
    ]);

    /// <summary>The format with this name or alias, upper or lower case.</summary>
    /// <exception cref="LatException">There is none; the message suggests the nearest.</exception>
    public static DatasetFormat Find(string name) => TryFind(name) ?? throw new LatException(
        $"There is no format '{name}'.{Suggest(name)} The formats are: {string.Join(", ", All.Select(format => format.Name))}.");

    /// <summary>The format with this name or alias, or null.</summary>
    public static DatasetFormat? TryFind(string name) => All.FirstOrDefault(format => NamesOf(format).Contains(name, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> NamesOf(DatasetFormat format) => [format.Name, .. format.Aliases];

    private static EquatableArray<DatasetFormat> Ordered(IEnumerable<DatasetFormat> formats) =>
        formats.OrderBy(format => format.Name, StringComparer.Ordinal).ToEquatableArray();

    private static string Suggest(string name)
    {
        var nearest = All.SelectMany(NamesOf)
            .Select(known => (Known: known, Distance: EditDistance.Between(name.ToLowerInvariant(), known)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Known, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Known is not null && nearest.Distance <= Math.Max(2, name.Length / 3) ? $" Did you mean '{nearest.Known}'?" : "";
    }
}
