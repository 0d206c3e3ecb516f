using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads Cityscapes: fine annotations paired with the left images of the same city, sequence and frame.</summary>
internal sealed class CityscapesReader : IDatasetReader
{
    private const string Labels = "gtFine";
    private const string Images = "leftImg8bit";

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults(CityscapesFormat.Name, root);
        var folder = DatasetFolder.Open(root, faults);
        var builder = new ImportBuilder(CityscapesLabels.Space, options, faults);
        var isPolygons = FormatParts.ChooseVariant(options.Variant, CityscapesFormat.Variants, faults, root) == CityscapesFormat.Variants[0];
        var ending = isPolygons ? "_gtFine_polygons.json" : "_gtFine_instanceIds.png";
        foreach (var split in SplitsOf(folder, options, faults))
        {
            var files = folder.Files(folder[Labels, split], ending);
            if (files.Count == 0)
            {
                var isOfficial = CityscapesFormat.Splits.Contains(split);
                var remedy = isOfficial ? "Unpack gtFine_trainvaltest.zip here" : $"Cityscapes has no such split; move the folder out of {Labels}, or name the split to read";
                faults.Add(new RecordPlace(folder[Labels, split]), $"holds no file *{ending}", remedy);
            }

            for (var index = 0; index < files.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress($"reading {Labels}/{split}", index, files.Count));
                var relative = Path.GetRelativePath(folder[Labels, split], files[index]).Replace('\\', '/');
                var name = $"{Images}/{split}/{relative[..^ending.Length]}_leftImg8bit.png";
                ReadOne(isPolygons, files[index], name, new FileImageSource(folder[name]), builder, faults);
            }

            CountUnlabelled(folder, split, files, ending, faults);
        }

        return builder.Build(root);
    }

    private static void ReadOne(bool isPolygons, string path, string name, ImageSource image, ImportBuilder builder, ReadFaults faults)
    {
        if (isPolygons)
        {
            CityscapesPolygons.Read(path, name, image, builder, faults);
        }
        else
        {
            CityscapesInstances.Read(path, name, image, builder, faults);
        }
    }

    private static List<string> SplitsOf(DatasetFolder folder, ReadOptions options, ReadFaults faults)
    {
        var found = DatasetFolder.FolderNames(folder[Labels]).ToList();
        if (options.Split is { } split)
        {
            return found.Contains(split) ? [split] : throw faults.Stop(
                new RecordPlace(folder[Labels]), $"there is no split '{split}'", found.Count > 0 ? $"There are: {string.Join(", ", found)}" : "Unpack gtFine_trainvaltest.zip here");
        }

        // The labels of the test split are kept by the authors: its files are there, but they hold no object.
        var labelled = found.Where(name => name != "test").ToList();
        return labelled.Count > 0 ? labelled : throw faults.Stop(
            new RecordPlace(folder.Root), $"holds no folder {Labels}/{{train,val}}", "Unpack gtFine_trainvaltest.zip and leftImg8bit_trainvaltest.zip here");
    }

    private static void CountUnlabelled(DatasetFolder folder, string split, IReadOnlyList<string> labels, string ending, ReadFaults faults)
    {
        const string imageEnding = "_leftImg8bit.png";
        var labelled = labels.Select(path => Path.GetRelativePath(folder[Labels, split], path)[..^ending.Length]).ToHashSet(StringComparer.Ordinal);
        foreach (var image in folder.Files(folder[Images, split], imageEnding))
        {
            if (!labelled.Contains(Path.GetRelativePath(folder[Images, split], image)[..^imageEnding.Length]))
            {
                faults.Warn("images left out: no labels", new RecordPlace(image), "there are no labels for this image", "Add its file to gtFine if it should count");
            }
        }
    }
}
