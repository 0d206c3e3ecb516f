using Lat.Core;

namespace Lat.Datasets;

/// <summary>Where the annotation file and the images of a COCO dataset are, in the usual arrangements.</summary>
internal sealed class CocoLayout
{
    private const string Prefix = "instances_";
    private static readonly string[] OtherTasks = ["captions_", "person_keypoints_", "image_info_", "stuff_", "panoptic_"];
    private readonly List<string> _folders;
    private readonly FolderListings _listings = new();
    private int _latest;

    /// <param name="annotations">The annotation file; images are sought beside it and below the folder above it.</param>
    public CocoLayout(string annotations)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(annotations))!;
        var top = Path.GetFileName(folder) == "annotations" ? Path.GetDirectoryName(folder)! : folder;
        var split = SplitOf(annotations);
        _folders = [Path.Join(top, "images"), Path.Join(top, "images", split), Path.Join(top, split), top, folder];
    }

    /// <summary>The image's file, where it is, or where it should be, and whether it is there.</summary>
    public (FileImageSource Source, bool IsThere) Find(string name)
    {
        for (var step = 0; step < _folders.Count; step++)
        {
            var index = (_latest + step) % _folders.Count;
            var path = Path.Join(_folders[index], name);
            if (_listings.Has(path))
            {
                _latest = index;
                return (new FileImageSource(path), true);
            }
        }

        return (new FileImageSource(Path.Join(_folders[_latest], name)), false);
    }

    /// <summary>The annotation file of a split.</summary>
    /// <exception cref="LatException">There is none, or there are several to choose from.</exception>
    public static string FindAnnotations(string root, string? split, ReadFaults faults)
    {
        if (File.Exists(root))
        {
            return Path.GetFullPath(root);
        }

        var folder = DatasetFolder.Open(root, faults);
        var inside = Directory.Exists(folder["annotations"]) ? folder["annotations"] : folder.Root;
        var files = Directory.EnumerateFiles(inside, "*.json")
            .Where(path => !OtherTasks.Any(task => Path.GetFileName(path).StartsWith(task, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).ToList();
        var chosen = split is null ? files : files.Where(path => SplitOf(path) == split || SplitOf(path).TrimEnd("0123456789".ToCharArray()) == split).ToList();
        return chosen.Count == 1 ? chosen[0] : throw faults.Stop(
            new RecordPlace(inside),
            chosen.Count == 0 ? split is null ? "holds no annotation file" : $"holds no annotation file of the split '{split}'" : "holds several annotation files",
            files.Count == 0 ? "Expected annotations/*.json" : $"Name a split, or the file itself; there are: {string.Join(", ", files.Select(SplitOf))}");
    }

    private static string SplitOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }
}
