namespace Lat.Datasets;

/// <summary>Boxes in COCO's JSON, of any dataset.</summary>
public static class CocoFormat
{
    internal const string Name = "coco";

    public static DatasetFormat Format { get; } = new()
    {
        Name = Name,
        Aliases = ["coco-json", "ms-coco"],
        Title = "COCO JSON",
        Reader = new CocoReader(),
        Documentation = new()
        {
            Layout = "annotations/{instances_{split},{split}}.json below the root, or the file itself",
            ImageSource = "the images' `file_name` below images/, images/{split}/, {split}/, the root, or beside the file; the first that is there",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Unstated,
            BoxRules = "[x, y, width, height] in continuous pixels. Ids of images and categories may have gaps. An `area` other than the box's is kept.",
            CrowdRule = "`iscrowd`: 1",
            IgnoreRule = "`ignore`: 1",
            Splits = ["train", "val"],
            Download = "your own file; COCO itself: https://cocodataset.org/#download, annotations_trainval2017.zip, train2017.zip, val2017.zip",
            Licence = "each dataset's own",
        },
    };
}
