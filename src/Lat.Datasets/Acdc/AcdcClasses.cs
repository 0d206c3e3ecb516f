using Lat.Core;

namespace Lat.Datasets;

/// <summary>ACDC's objects are the eight of Cityscapes, under Cityscapes' ids.</summary>
internal static class AcdcClasses
{
    public static LabelSpace Space { get; } = new("person", "rider", "car", "truck", "bus", "train", "motorcycle", "bicycle");

    /// <summary>The class of a category's name; null where it is unknown.</summary>
    public static int? Find(string name) => ClassName.IsValid(name) ? Space.IndexOf(new ClassName(name)) : null;
}
