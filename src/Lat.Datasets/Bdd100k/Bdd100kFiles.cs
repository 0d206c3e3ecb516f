using Lat.Core;

namespace Lat.Datasets;

/// <summary>Finds the label files of BDD100K and the folders that their images may be in.</summary>
internal static class Bdd100kFiles
{
    private static readonly string[] Splits = ["train", "val"];

    /// <exception cref="LatException">There is no such folder, no such split, or no label file in it.</exception>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Images)> Find(string root, ReadOptions options, ReadFaults faults)
    {
        if (File.Exists(root))
        {
            return [(root, FoldersBeside(Path.GetFullPath(root)))];
        }

        var folder = DatasetFolder.Open(root, faults);
        if (options.Split is { } split && !Splits.Contains(split))
        {
            faults.Stop(new RecordPlace(root), $"the split '{split}' is unknown", $"Ask for one of: {string.Join(", ", Splits)}");
        }

        if (options.Variant is { } variant && variant is not (Bdd100kReader.Det20 or Bdd100kReader.PerImage))
        {
            faults.Stop(
                new RecordPlace(root), $"the variant '{variant}' is unknown", $"Ask for {Bdd100kReader.Det20} or {Bdd100kReader.PerImage}");
        }

        var found = new List<(string, IReadOnlyList<string>)>();
        foreach (var wanted in options.Split is null ? Splits : [options.Split])
        {
            string[] images = [folder["images", "100k", wanted]];
            found.AddRange(FilesOf(folder, wanted, options.Variant).Select(path => (path, (IReadOnlyList<string>)images)));
        }

        if (found.Count == 0)
        {
            faults.Stop(
                new RecordPlace(root),
                "there is neither labels/det_20/det_{split}.json nor labels/100k/{split}/*.json",
                "Unpack the labels here, or name the label file itself");
        }

        return found;
    }

    private static IEnumerable<string> FilesOf(DatasetFolder folder, string split, string? variant)
    {
        var file = folder["labels", "det_20", $"det_{split}.json"];
        if (variant != Bdd100kReader.PerImage && (variant is not null || File.Exists(file)))
        {
            return File.Exists(file) ? [file] : [];
        }

        var joined = folder["labels", $"bdd100k_labels_images_{split}.json"];
        return File.Exists(joined) ? [joined] : folder.Files(folder["labels", "100k", split], ".json");
    }

    private static string[] FoldersBeside(string file)
    {
        var own = Path.GetDirectoryName(file)!;
        return [Path.Join(own, "images"), Path.Join(own, "..", "images"), own];
    }
}
