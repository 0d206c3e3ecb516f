namespace Lat.Datasets;

/// <summary>Pascal VOC XML, and what tools that write it make of it.</summary>
public static class PascalVocFormat
{
    /// <summary>The format's name, documentation and reader.</summary>
    public static DatasetFormat Format { get; } = new()
    {
        Name = "voc",
        Aliases = ["pascalvoc", "pascal-voc"],
        Title = "Pascal VOC",
        Reader = new PascalVocReader(),
        Documentation = new FormatDocumentation
        {
            Layout = "Annotations/{id}.xml; ImageSets/Main/{split}.txt; optional labels.txt, one class a line",
            ImageSource = "JPEGImages/{filename}, as the XML names it, else JPEGImages/{id}.jpg, .jpeg or .png",
            Maximum = BoxMaximum.Inclusive,
            Extent = BoxExtent.Visible,
            BoxRules = "The first pixel is 1, and the maximum is the last pixel inside: (1, 1, 1, 1) is the first pixel. The classes are those of "
                + "labels.txt in its order; without it the names that stand in any file of Annotations, in ordinal order, so that every split "
                + "has the same label space.",
            CrowdRule = "the attribute `crowd` of the element `lat`, which only Lat writes",
            IgnoreRule = "`difficult`",
            Splits = ["train", "val", "trainval", "test"],
            Download = "http://host.robots.ox.ac.uk/pascal/VOC; name the folder that holds `Annotations`, such as VOCdevkit/VOC2012",
            Licence = "The images are from Flickr and under its terms.",
        },
    };
}
