using Lat.Core;

namespace Lat.Datasets;

/// <summary>SHIFT, the discrete images.</summary>
public static class ShiftFormat
{
    /// <summary>The format's name, documentation and reader.</summary>
    public static DatasetFormat Format { get; } = new()
    {
        Name = "shift",
        Title = "SHIFT",
        Reader = new ShiftReader(),
        Documentation = new FormatDocumentation
        {
            Classes = ShiftClasses.Space,
            Layout = "discrete/images/{split}/{view}/det_2d.json; or one folder that holds det_2d.json",
            ImageSource = "{videoName}/{name} inside img.zip beside det_2d.json, or unpacked in the folder img there; 1280x800",
            Maximum = BoxMaximum.Inclusive,
            Extent = BoxExtent.Rendered,
            BoxRules = "Simulated in CARLA; corners are whole pixels of the rendered mask, so the maximum is inclusive, as Scalabel has it. "
                + "Names of images are unique only within a video and are read as {videoName}/{name}.",
            CrowdRule = "the attribute `crowd`, which SHIFT does not use",
            IgnoreRule = "nothing",
            Splits = ["train", "val"],
            Parts = [.. ShiftReader.Views],
            Download = "https://www.vis.xyz/shift: `img` and `det_2d` of the discrete set, of the views wanted (the paper: front), with its "
                + "download script; leave img.zip packed",
            Licence = "CC BY-NC-SA 4.0: not for commercial use.",
        },
    };
}
