using Lat.Core;

namespace Lat.Datasets;

/// <summary>The classes of SHIFT's box labels.</summary>
internal static class ShiftClasses
{
    public static LabelSpace Space { get; } = new("pedestrian", "car", "truck", "bus", "motorcycle", "bicycle");

    private static readonly Dictionary<string, ScalabelClass> Classes = Space.Classes
        .Select((name, index) => (name.Value, index))
        .ToDictionary(pair => pair.Value, pair => new ScalabelClass(pair.index, false), StringComparer.Ordinal);

    public static ScalabelClass? Find(string category) => Classes.TryGetValue(category, out var found) ? found : null;
}
