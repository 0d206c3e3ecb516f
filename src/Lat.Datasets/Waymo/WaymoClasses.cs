using Lat.Core;

namespace Lat.Datasets;

/// <summary>The classes that have camera boxes, by the numbers of Waymo's labels.</summary>
internal static class WaymoClasses
{
    public static LabelSpace Space { get; } = new("vehicle", "pedestrian", "cyclist");

    /// <summary>Signs are labelled in the laser's points only; a camera box of one is left out.</summary>
    public const int Sign = 3;

    /// <summary>The number of a label's type by its name, `TYPE_VEHICLE` or `VEHICLE`; null where there is none.</summary>
    public static long? NumberOf(string type) => (type.StartsWith("TYPE_", StringComparison.Ordinal) ? type[5..] : type) switch
    {
        "VEHICLE" => 1,
        "PEDESTRIAN" => 2,
        "SIGN" => Sign,
        "CYCLIST" => 4,
        _ => null,
    };

    /// <summary>The class of a label's type, or null where it has none.</summary>
    public static int? IndexOf(int type) => type switch { 1 => 0, 2 => 1, 4 => 2, _ => null };
}
