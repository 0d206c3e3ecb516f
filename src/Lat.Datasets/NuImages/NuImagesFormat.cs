using Lat.Core;

namespace Lat.Datasets;

/// <summary>nuImages v1.0.</summary>
public static class NuImagesFormat
{
    internal const string Name = "nuimages";

    internal static EquatableArray<string> Cameras { get; } =
        ["CAM_FRONT", "CAM_FRONT_LEFT", "CAM_FRONT_RIGHT", "CAM_BACK", "CAM_BACK_LEFT", "CAM_BACK_RIGHT"];

    public static DatasetFormat Format { get; } = new()
    {
        Name = Name,
        Aliases = ["nuimage"],
        Title = "nuImages",
        Reader = new NuImagesReader(),
        Documentation = new()
        {
            Classes = NuImagesClasses.Space,
            Layout = "v1.0-{split}/{category,sensor,calibrated_sensor,sample,sample_data,object_ann}.json",
            ImageSource = "samples/{camera}/*.jpg, 1600x900; key frames only, the frames between them (sweeps) have no labels",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Full,
            BoxRules = "Whole pixels; the box holds the hidden part as the annotator guesses it, and ends at the edge of the image. The boxes of bicycles and "
                + "motorcycles hold the riders. Bicycles in a rack are not labelled one by one. Objects below 10 pixels or a fifth visible are not labelled. "
                + "Boxes without a mask are kept.",
            CrowdRule = "none",
            IgnoreRule = "none; surfaces (driveable surface, ego vehicle) have no boxes",
            Splits = ["train", "val", "test", "mini"],
            Parts = Cameras,
            Download = "https://www.nuscenes.org/nuimages#download: nuimages-v1.0-all-metadata.tgz and nuimages-v1.0-all-samples.tgz, unpacked into one folder",
            Licence = "nuScenes terms: non-commercial use, CC BY-NC-SA 4.0",
        },
    };
}
