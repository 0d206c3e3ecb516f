namespace Lat.Datasets;

/// <summary>Finds label files whose image is missing: an export of which only a part was downloaded, or images that were moved away.</summary>
internal static class YoloLabelsWithoutImage
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png"];

    /// <summary>The images that should be in a folder, by its folder of labels; none where labels lie beside the images, where any text may lie.</summary>
    /// <param name="images">The folder of images.</param>
    /// <param name="known">The label files of the images that are there.</param>
    /// <param name="faults">Where to note a folder that cannot be listed.</param>
    public static IEnumerable<YoloImage> Find(string images, IReadOnlySet<string> known, ReadFaults faults)
    {
        var labels = Path.GetDirectoryName(YoloImages.LabelsOf(Path.Join(images, "any.jpg")))!;
        if (labels == images || !Directory.Exists(labels))
        {
            return [];
        }

        var folder = DatasetFolder.Open(labels, faults);
        return folder.Files(labels, ".txt")
            .Where(path => !known.Contains(path) && Path.GetFileName(path) != "classes.txt")
            .Select(path => (Labels: path, Name: Path.ChangeExtension(folder.NameOf(path), Endings[0])))
            .Select(one => new YoloImage(Path.Join(images, one.Name), one.Name, one.Labels, new RecordPlace(one.Labels)));
    }

    /// <summary>The image under the ending that the provenance knows it by, where it does.</summary>
    public static YoloImage Named(YoloImage image, Dictionary<string, YoloImageRecord> provenance) =>
        image.Listed?.File == image.Labels && Endings.Select(ending => Path.ChangeExtension(image.Name, ending)).FirstOrDefault(provenance.ContainsKey) is { } name
            ? image with { Name = name, Path = Path.ChangeExtension(image.Path, Path.GetExtension(name)) }
            : image;
}
