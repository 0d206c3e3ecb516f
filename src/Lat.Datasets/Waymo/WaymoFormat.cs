namespace Lat.Datasets;

/// <summary>Waymo Open, perception dataset, camera boxes: version 1 (TFRecord) and version 2 (parquet).</summary>
public static class WaymoFormat
{
    internal const string Name = "waymo";

    public static DatasetFormat Format { get; } = new()
    {
        Name = Name,
        Aliases = ["waymo-open"],
        Title = "Waymo Open",
        Reader = new WaymoReader(),
        Documentation = new()
        {
            Classes = WaymoClasses.Space,
            Layout = "version 1: {split}/*.tfrecord; version 2: {split}/{camera_box,camera_image,camera_calibration}/*.parquet; or one such file",
            ImageSource = "JPEG inside the records; five cameras, 1920x1280 to the front and 1920x886 to the sides",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Visible,
            BoxRules = "A cyclist's box holds rider and bicycle; parked bicycles, trams and trains are unlabelled; motorcycles are vehicles, with or "
                + "without a rider. Coordinates are continuous. The boxes projected from the laser's labels are another thing and not read.",
            CrowdRule = "none: crowds too dense to label are left unlabelled, without a region that says so",
            IgnoreRule = "none; signs are left out. An image without a list of camera labels is unlabelled, and left out",
            Splits = ["training", "validation", "testing"],
            Parts = WaymoCamera.Names,
            Download = "https://waymo.com/open/download: the perception dataset, version 1.4.x `individual_files/{training,validation}`, or of version 2 "
                + "the components camera_image, camera_box and camera_calibration",
            Licence = "Waymo Dataset License Agreement for Non-Commercial Use",
        },
    };
}
