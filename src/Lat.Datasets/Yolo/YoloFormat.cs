namespace Lat.Datasets;

/// <summary>YOLO folders with a data.yaml, as Ultralytics and Roboflow write them.</summary>
public static class YoloFormat
{
    /// <summary>The format's name, documentation and reader.</summary>
    public static DatasetFormat Format { get; } = new()
    {
        Name = "yolo",
        Aliases = ["ultralytics"],
        Title = "YOLO",
        Reader = new YoloReader(),
        Documentation = new FormatDocumentation
        {
            Layout = "data.yaml with train, val, test and names; labels/{split}/{image}.txt beside images/{split}; or the yaml file itself",
            ImageSource = "what train, val and test of data.yaml name: a folder, a list of images, or several of these; JPEG or PNG",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Unstated,
            BoxRules = "A line is `class x y width height`, centre and size as fractions of the image; with a sixth number, the confidence; with "
                + "the corners of a polygon, the box around it. The size of the image is read from its header. An image without a label file "
                + "has no object. Images bear their names below the folder of their split.",
            CrowdRule = "nothing: the format knows none",
            IgnoreRule = "nothing: the format knows none",
            Splits = ["train", "val", "test"],
            Download = "any export in YOLO's format; name the folder that holds data.yaml",
            Licence = "That of the data; the format has none.",
        },
    };
}
