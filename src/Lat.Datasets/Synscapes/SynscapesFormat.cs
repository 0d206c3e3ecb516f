using Lat.Core;

namespace Lat.Datasets;

/// <summary>Synscapes.</summary>
public static class SynscapesFormat
{
    /// <summary>The format's name, documentation and reader.</summary>
    public static DatasetFormat Format { get; } = new()
    {
        Name = "synscapes",
        Title = "Synscapes",
        Reader = new SynscapesReader(),
        Documentation = new FormatDocumentation
        {
            Classes = SynscapesClasses.Space,
            Layout = "meta/{number}.json",
            ImageSource = "img/rgb/{number}.png, 1440x720, or with the variant rgb-2k img/rgb-2k/{number}.png, 2048x1024",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Rendered,
            BoxRules = "Corners are fractions of the image's width and height. Rider and bicycle or motorcycle are two boxes.",
            CrowdRule = "nothing: a renderer knows no groups",
            IgnoreRule = "An instance whose `occluded` is 1 shows nothing that could be found and is ignored. Instances of classes that Cityscapes "
                + "does not evaluate as objects are counted, not read.",
            Variants = [SynscapesReader.Rgb, SynscapesReader.Rgb2K],
            Download = "https://synscapes.on.liu.se: the folders `img/rgb` (or `img/rgb-2k`) and `meta`; there is no official split",
            Licence = "For research that is not commercial; see the terms on its site.",
        },
    };
}
