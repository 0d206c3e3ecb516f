using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a folder of Pascal VOC: one XML file for each image, and lists of images as splits.</summary>
internal sealed class PascalVocReader : IDatasetReader
{
    private const int ReportEvery = 512;
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".JPG", ".JPEG", ".PNG"];

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults("voc", root);
        var folder = DatasetFolder.Open(root, faults);
        var all = folder.Files(folder["Annotations"], ".xml");
        if (all.Count == 0)
        {
            faults.Stop(new RecordPlace(folder["Annotations"]), "there is no Annotations/*.xml", "Name the folder that holds `Annotations`");
        }

        var ids = options.Split is null ? null : PascalVocImageSet.Read(folder, options.Split, faults).ToHashSet(StringComparer.Ordinal);
        var images = new List<PascalVocImage>();
        for (var index = 0; index < all.Count; index++)
        {
            if (index % ReportEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress("reading Annotations", index, all.Count));
            }

            if (PascalVocXml.Read(all[index], faults) is { } image)
            {
                var id = Path.GetRelativePath(folder["Annotations"], all[index])[..^".xml".Length].Replace('\\', '/');
                images.Add(image with { Id = id });
            }
        }

        faults.ThrowIfAny();
        if (PascalVocLabels.Find(folder, images, faults) is not { } space)
        {
            faults.ThrowIfAny();
            throw new LatException($"'{root}' cannot be read as voc: no file of Annotations has an object. Add labels.txt, one class a line.");
        }

        var builder = new ImportBuilder(space, options, faults);
        var classes = space.Classes.Select((name, index) => (name, index)).ToDictionary(pair => pair.name.Value, pair => pair.index, StringComparer.Ordinal);
        foreach (var image in images.Where(image => ids?.Remove(image.Id) ?? true))
        {
            Add(image, folder, classes, builder, faults);
        }

        if (options.Split is null)
        {
            builder.LeaveOut(folder, folder["JPEGImages"], path => Endings.Contains(Path.GetExtension(path)), "Add its file to Annotations if it should count");
        }

        foreach (var id in ids?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            faults.Add(
                new RecordPlace(folder["ImageSets", "Main", options.Split + ".txt"], id),
                $"there is no Annotations/{id}.xml",
                "Add the file, or take the line away");
        }

        return builder.Build(root);
    }

    private static void Add(
        PascalVocImage image, DatasetFolder folder, Dictionary<string, int> classes, ImportBuilder builder, ReadFaults faults)
    {
        var place = new RecordPlace(image.File);
        var name = NameOf(image, folder);
        if (SizeOf(image, name, folder, faults) is not { } size)
        {
            return;
        }

        var source = ImageName.ProblemOf(name) is null ? new FileImageSource(folder["JPEGImages", name]) : null;
        var entry = builder.AddImage(place, name, size, source);
        foreach (var found in image.Objects)
        {
            var at = new RecordPlace(image.File, "object", found.Index);
            if (found.Name is null || !classes.TryGetValue(found.Name, out var classIndex))
            {
                builder.AddUnknownClass(at.At("name"), found.Name);
            }
            else if (entry is not null)
            {
                builder.AddBox(entry, at.At("bndbox"), found.Box, found.Label with { ClassIndex = classIndex });
            }
        }
    }

    /// <summary>What the XML says, where that is there; many tools write a name that never was, so then the image beside its id.</summary>
    private static string NameOf(PascalVocImage image, DatasetFolder folder)
    {
        var parent = image.Id.Contains('/') ? image.Id[..(image.Id.LastIndexOf('/') + 1)] : "";
        var said = image.FileName is { Length: > 0 } name ? parent + name : null;
        if (said is not null && (ImageName.ProblemOf(said) is not null || File.Exists(folder["JPEGImages", said])))
        {
            return said;
        }

        return Endings.Select(ending => image.Id + ending).FirstOrDefault(each => File.Exists(folder["JPEGImages", each]))
            ?? said ?? image.Id + ".jpg";
    }

    private static ImageSize? SizeOf(PascalVocImage image, string name, DatasetFolder folder, ReadFaults faults)
    {
        if (image.Size is { } size)
        {
            return size;
        }

        var place = new RecordPlace(image.File, "size");
        var source = new FileImageSource(folder["JPEGImages", name]);
        if (ImageName.ProblemOf(name) is not null || !source.Exists)
        {
            faults.Add(place, "gives no width and height of at least 1, and there is no image to measure", "Write the size of the image in pixels");
            return null;
        }

        try
        {
            faults.Count("sizes read from the image: the file gives none");
            return ImageHeader.Read(source);
        }
        catch (LatException exception)
        {
            faults.Add(place, "gives no size, and " + exception.Message.TrimEnd('.'), "Write the size of the image in pixels");
            return null;
        }
    }
}
