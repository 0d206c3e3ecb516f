using Lat.Core;

namespace Lat.Datasets;

/// <summary>BDD100K, the detection labels.</summary>
public static class Bdd100kFormat
{
    /// <summary>The format's name, documentation and reader.</summary>
    public static DatasetFormat Format { get; } = new()
    {
        Name = "bdd100k",
        Aliases = ["bdd"],
        Title = "BDD100K",
        Reader = new Bdd100kReader(),
        Documentation = new FormatDocumentation
        {
            Classes = Bdd100kClasses.Space,
            Layout = "labels/det_20/det_{split}.json; older: labels/100k/{split}/*.json or labels/bdd100k_labels_images_{split}.json; "
                + "or one label file, its images in the same folder, in images/ beside it, or in images/ beside its folder",
            ImageSource = "images/100k/{split}/{name}, JPEG, 1280x720",
            Maximum = BoxMaximum.Inclusive,
            Extent = BoxExtent.Visible,
            BoxRules = "Rider and bicycle or motorcycle are two boxes. Lanes, drivable areas and masks have no box2d and are counted, not read. "
                + "Coordinates are fractions of pixels; the official conversion to COCO adds one to the width and the height, and so does Lat; "
                + "an older one did not.",
            CrowdRule = "the attribute `crowd`, and every ignored class",
            IgnoreRule = "`other person` is an ignored pedestrian, `other vehicle` an ignored car, `trailer` an ignored truck. Renamed: bike, "
                + "motor, person, caravan and van to bicycle, motorcycle, pedestrian, car and car.",
            Splits = ["train", "val"],
            Variants = [Bdd100kReader.Det20, Bdd100kReader.PerImage],
            Download = "http://bdd-data.berkeley.edu after registering: `100K Images` and `Detection 2020 Labels`, unpacked into one folder",
            Licence = "BSD 3-Clause for the labels and tools; the images for education, research and not-for-profit use.",
        },
    };
}
