using Lat.Core;

namespace Lat.Datasets;

/// <summary>ACDC: the adverse conditions dataset with correspondences.</summary>
public static class AcdcFormat
{
    /// <summary>The format's name, documentation and reader.</summary>
    public static DatasetFormat Format { get; } = new()
    {
        Name = "acdc",
        Title = "ACDC",
        Reader = new AcdcReader(),
        Documentation = new FormatDocumentation
        {
            Classes = AcdcClasses.Space,
            Layout = "gt_detection/{condition}/instancesonly_{condition}_{split}_gt_detection.json, and where there is none "
                + "gt_detection/instancesonly_{split}_gt_detection.json, which holds all conditions",
            ImageSource = "rgb_anon/{condition}/{split}/{sequence}/*_rgb_anon.png, 1920x1080",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Visible,
            BoxRules = "As Cityscapes: tight boxes of the visible part; rider and bicycle or motorcycle are two boxes. In some downloads the file "
                + "of one condition (rain) holds the images of all: each image is counted once, under the condition that its own name gives.",
            CrowdRule = "`iscrowd`",
            IgnoreRule = "`ignore`, where a file has it",
            Splits = ["train", "val"],
            Parts = [.. AcdcReader.Conditions],
            Download = "https://acdc.vision.ee.ethz.ch after registering: rgb_anon_trainvaltest.zip and gt_detection_trainval.zip; the test "
                + "split has no labels",
            Licence = "For research that is not commercial; see the licence in the download.",
        },
    };
}
