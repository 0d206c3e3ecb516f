using Lat.Core;

namespace Lat.Datasets;

/// <summary>The classes of BDD100K's detection task (det_20), and what the names of older and wider label files become.</summary>
internal static class Bdd100kClasses
{
    public static LabelSpace Space { get; } = new(
        "pedestrian", "rider", "car", "truck", "bus", "train", "motorcycle", "bicycle", "traffic light", "traffic sign");

    /// <summary>The name mapping and the ignored names of the official configuration det.toml.</summary>
    private static readonly Dictionary<string, (string Name, bool IsIgnored)> Renamed = new(StringComparer.Ordinal)
    {
        ["bike"] = ("bicycle", false),
        ["motor"] = ("motorcycle", false),
        ["person"] = ("pedestrian", false),
        ["caravan"] = ("car", false),
        ["van"] = ("car", false),
        ["other person"] = ("pedestrian", true),
        ["other vehicle"] = ("car", true),
        ["trailer"] = ("truck", true),
    };

    private static readonly Dictionary<string, ScalabelClass> Classes = Space.Classes
        .Select((name, index) => (name.Value, Class: new ScalabelClass(index, false)))
        .Concat(Renamed.Select(pair => (pair.Key, Class: new ScalabelClass(Space.IndexOf(pair.Value.Name), pair.Value.IsIgnored))))
        .ToDictionary(pair => pair.Item1, pair => pair.Class, StringComparer.Ordinal);

    public static ScalabelClass? Find(string category) => Classes.TryGetValue(category, out var found) ? found : null;
}
