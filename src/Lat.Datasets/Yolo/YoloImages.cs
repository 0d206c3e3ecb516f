using Lat.Core;

namespace Lat.Datasets;

/// <summary>Finds the images of a split: in folders, and in lists of paths.</summary>
internal sealed class YoloImages(YoloDescription description, ReadFaults faults)
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png"];
    private readonly Dictionary<string, YoloImage> _found = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];

    /// <summary>The images of all paths of the splits, each file once, in the order of the paths; then those of which there are only labels.</summary>
    public IReadOnlyCollection<YoloImage> Find(IEnumerable<(string Split, IReadOnlyList<string> Paths)> splits)
    {
        foreach (var (split, paths) in splits)
        {
            foreach (var path in paths)
            {
                var place = new RecordPlace(description.File, split);
                if (path.Contains('\0', StringComparison.Ordinal))
                {
                    faults.Add(place, "has a path with a zero character", "Correct the path");
                }
                else if (Locate(path) is not { } located)
                {
                    faults.Add(place, $"names '{DataYaml.Shorten(path)}', which is neither a folder nor a list below '{description.Root}'", "Correct the path");
                }
                else if (HoldsTheDataset(located))
                {
                    faults.Add(
                        place,
                        $"names '{DataYaml.Shorten(path)}', the folder '{located}', which holds the whole dataset and more",
                        "Name the folder of the split's images");
                }
                else if (Directory.Exists(located))
                {
                    _folders.Add(located);
                    AddFolder(located);
                }
                else
                {
                    AddList(located);
                }
            }
        }

        var labels = _found.Values.Select(image => image.Labels).ToHashSet(StringComparer.Ordinal);
        foreach (var image in _folders.SelectMany(folder => YoloLabelsWithoutImage.Find(folder, labels, faults)))
        {
            _found.TryAdd(image.Path, image);
        }

        return _found.Values;
    }

    /// <summary>Below `path`, as Ultralytics looks; else without the `../` that Roboflow writes too much.</summary>
    private string? Locate(string path)
    {
        var trimmed = path;
        while (trimmed.StartsWith("../", StringComparison.Ordinal))
        {
            trimmed = trimmed[3..];
        }

        return new[] { Path.Combine(description.Root, path), Path.Combine(description.Root, trimmed) }
            .Select(Path.GetFullPath)
            .FirstOrDefault(candidate => Directory.Exists(candidate) || File.Exists(candidate));
    }

    /// <summary>Whether a folder lies above the dataset: many `../` end at the root of the disk, and all of it would be looked through.</summary>
    private bool HoldsTheDataset(string folder) =>
        Path.TrimEndingDirectorySeparator(description.Root).StartsWith(
            folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void AddFolder(string folder)
    {
        var opened = DatasetFolder.Open(folder, faults);
        foreach (var file in opened.Files(folder, "").Where(IsImage))
        {
            Add(file, opened.NameOf(file), null);
        }
    }

    private void AddList(string list)
    {
        var number = 0L;
        try
        {
            foreach (var line in File.ReadLines(list))
            {
                var place = new RecordPlace(list, "line", ++number);
                if (line.Trim() is not { Length: > 0 } text)
                {
                    continue;
                }

                if (text.Any(char.IsControl) || text.Length > 4096 || !IsImage(text))
                {
                    faults.Add(place, $"'{DataYaml.Shorten(text)}' is no path of a JPEG or PNG image", "Correct the line");
                    continue;
                }

                var path = Path.GetFullPath(Path.Combine(description.Root, text));
                var besideList = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(list)!, text));
                path = File.Exists(path) || !File.Exists(besideList) ? path : besideList;
                Add(path, NameBelowImages(path), place);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new RecordPlace(list), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }
    }

    private void Add(string path, string name, RecordPlace? listed)
    {
        if (!_found.TryAdd(path, new YoloImage(path, name, LabelsOf(path), listed)))
        {
            faults.Count("images listed more than once: counted once");
        }
    }

    /// <summary>A listed image is named by what follows `images/{split}/` or `images/` below the root; else by its path below the root.</summary>
    private string NameBelowImages(string path)
    {
        var relative = Path.GetRelativePath(description.Root, path).Replace('\\', '/');
        if (relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
        {
            return Path.GetFileName(path);
        }

        var at = ("/" + relative).IndexOf("/images/", StringComparison.Ordinal);
        var below = at < 0 ? relative : relative[(at + "images/".Length)..];
        var slash = below.IndexOf('/', StringComparison.Ordinal);
        return at >= 0 && slash > 0 && (below[..slash] is "train" or "val" or "test") ? below[(slash + 1)..] : below;
    }

    /// <summary>The last folder `images` becomes `labels`, the ending .txt; where there is no such folder the file lies beside the image.</summary>
    public static string LabelsOf(string image)
    {
        var normal = image.Replace('\\', '/');
        var at = normal.LastIndexOf("/images/", StringComparison.Ordinal);
        return Path.ChangeExtension(at < 0 ? image : $"{normal[..at]}/labels/{normal[(at + "/images/".Length)..]}", ".txt");
    }

    private static bool IsImage(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
