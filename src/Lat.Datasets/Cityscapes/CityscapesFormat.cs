using Lat.Core;

namespace Lat.Datasets;

/// <summary>Cityscapes, fine annotations.</summary>
public static class CityscapesFormat
{
    internal const string Name = "cityscapes";

    internal static EquatableArray<string> Variants { get; } = ["polygons", "instances"];

    internal static EquatableArray<string> Splits { get; } = ["train", "val", "test"];

    public static DatasetFormat Format { get; } = new()
    {
        Name = Name,
        Aliases = ["city"],
        Title = "Cityscapes",
        Reader = new CityscapesReader(),
        Documentation = new()
        {
            Classes = CityscapesLabels.Space,
            Layout = "gtFine/{split}/{city}/{city}_{sequence}_{frame}_gtFine_{polygons.json,instanceIds.png}",
            ImageSource = "leftImg8bit/{split}/{city}/{city}_{sequence}_{frame}_leftImg8bit.png, 2048x1024",
            Maximum = BoxMaximum.Inclusive,
            Extent = BoxExtent.Visible,
            BoxRules = "`polygons`: the extent of an object's polygon, which may reach a little below what hides it. `instances`: the extent of its "
                + "pixels in the label image. In both the last pixel is inside. Rider and machine are two boxes.",
            CrowdRule = "labels that end in `group`, and label-image values below 1000 of a class: several objects that were not separated",
            IgnoreRule = "none; caravans and trailers, which the benchmark does not evaluate, and objects marked `deleted` are left out",
            Splits = Splits,
            Variants = Variants,
            Download = "https://www.cityscapes-dataset.com/downloads: gtFine_trainvaltest.zip and leftImg8bit_trainvaltest.zip, unpacked into one folder",
            Licence = "Cityscapes terms: non-commercial, registration needed",
        },
    };
}
