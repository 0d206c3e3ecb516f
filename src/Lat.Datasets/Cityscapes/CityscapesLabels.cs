using Lat.Core;

namespace Lat.Datasets;

/// <summary>What the names and numbers of Cityscapes' labels mean for boxes: the table of its evaluation, ids 24 to 33.</summary>
internal static class CityscapesLabels
{
    private const string Group = "group";

    /// <summary>The eight classes with instances that are evaluated, in the order of their ids.</summary>
    public static LabelSpace Space { get; } = new("person", "rider", "car", "truck", "bus", "train", "motorcycle", "bicycle");

    /// <summary>The id of each class in the instance images.</summary>
    private static readonly int[] Ids = [24, 25, 26, 27, 28, 31, 32, 33];

    /// <summary>Have instances, but are not evaluated.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "caravan", "trailer", "caravangroup", "trailergroup" };

    /// <summary>Have no instances.</summary>
    private static readonly HashSet<string> Stuff = new(StringComparer.Ordinal)
    {
        "unlabeled", "ego vehicle", "rectification border", "out of roi", "static", "dynamic", "ground", "road", "sidewalk", "parking",
        "rail track", "building", "wall", "fence", "guard rail", "bridge", "tunnel", "pole", "polegroup", "traffic light", "traffic sign",
        "vegetation", "terrain", "sky", "license plate",
    };

    private static readonly Dictionary<string, int> Classes = Space.Classes.Select((name, index) => (name.Value, index))
        .ToDictionary(pair => pair.Value, pair => pair.index, StringComparer.Ordinal);

    public static CityscapesMeaning MeaningOf(string label, out int classIndex)
    {
        if (Classes.TryGetValue(label, out classIndex))
        {
            return CityscapesMeaning.Instance;
        }

        if (label.EndsWith(Group, StringComparison.Ordinal) && Classes.TryGetValue(label[..^Group.Length], out classIndex))
        {
            return CityscapesMeaning.Group;
        }

        return LeftOut.Contains(label) ? CityscapesMeaning.NotEvaluated : Stuff.Contains(label) ? CityscapesMeaning.Stuff : CityscapesMeaning.Unknown;
    }

    /// <summary>What a pixel of an instance image means: an id alone is a group or stuff, id * 1000 + n is instance n.</summary>
    public static CityscapesMeaning MeaningOf(int pixel, out int classIndex)
    {
        var id = pixel < 1000 ? pixel : pixel / 1000;
        classIndex = Array.IndexOf(Ids, id);
        return (classIndex, pixel) switch
        {
            ( >= 0, < 1000) => CityscapesMeaning.Group,
            ( >= 0, _) => CityscapesMeaning.Instance,
            _ when id is 29 or 30 => CityscapesMeaning.NotEvaluated,
            _ when id is >= 0 and <= 33 && pixel < 1000 => CityscapesMeaning.Stuff,
            _ => CityscapesMeaning.Unknown,
        };
    }
}
