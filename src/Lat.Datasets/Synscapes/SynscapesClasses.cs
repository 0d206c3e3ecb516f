using Lat.Core;

namespace Lat.Datasets;

/// <summary>Synscapes' instances bear the ids of Cityscapes; these eight are its evaluated objects.</summary>
internal static class SynscapesClasses
{
    public static LabelSpace Space { get; } = new("person", "rider", "car", "truck", "bus", "train", "motorcycle", "bicycle");

    private static readonly long[] Ids = [24, 25, 26, 27, 28, 31, 32, 33];

    /// <summary>The class of a Cityscapes id; null for ids that are no object to be found.</summary>
    public static int? Find(long id) => Array.IndexOf(Ids, id) is >= 0 and var index ? index : null;

    /// <summary>Whether Cityscapes has such an id at all; -1 is the licence plate.</summary>
    public static bool IsKnown(long id) => id is >= -1 and <= 33;
}
