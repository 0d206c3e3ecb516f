using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads either version of Waymo Open, by what the folder holds.</summary>
internal sealed class WaymoReader : IDatasetReader
{
    private static readonly (string Split, string[] Folders)[] Splits =
    [
        ("training", ["training", "train"]),
        ("validation", ["validation", "val"]),
        ("testing", ["testing", "test"]),
    ];

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults(WaymoFormat.Name, root);
        var builder = new ImportBuilder(WaymoClasses.Space, options, faults);
        var cameras = FormatParts.Choose(options.Parts, WaymoCamera.Names, "camera", faults, root);
        var files = File.Exists(root) ? [Path.GetFullPath(root)] : FilesOf(DatasetFolder.Open(root, faults), options, faults);
        var frames = new WaymoFrameReader(builder, faults, cameras);
        var tables = new WaymoTableReader(builder, faults, cameras, options);
        for (var index = 0; index < files.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ReadProgress("reading segments", index, files.Count));
            if (files[index].EndsWith(".parquet", StringComparison.Ordinal))
            {
                tables.Read(files[index], Sibling(files[index], "camera_image"), Sibling(files[index], "camera_calibration"));
            }
            else
            {
                frames.Read(files[index], cancellation);
            }
        }

        return builder.Build(root);
    }

    private static List<string> FilesOf(DatasetFolder folder, ReadOptions options, ReadFaults faults)
    {
        var chosen = new List<string>();
        var wanted = Splits.FirstOrDefault(split => split.Folders.Contains(options.Split, StringComparer.OrdinalIgnoreCase));
        if (options.Split is not null && wanted.Split is null)
        {
            throw faults.Stop(new RecordPlace(folder.Root), $"there is no split '{options.Split}'", "The splits are training, validation and testing");
        }

        foreach (var path in folder.Files(folder.Root, ".tfrecord").Concat(folder.Files(folder.Root, ".parquet").Where(path => FolderOf(path) == "camera_box")))
        {
            var names = folder.NameOf(path).Split('/')[..^1];
            var split = Splits.FirstOrDefault(one => one.Folders.Intersect(names, StringComparer.Ordinal).Any()).Split;
            if (options.Split is null ? split != "testing" : split == wanted.Split)
            {
                chosen.Add(path);
            }
        }

        return chosen.Count > 0 ? chosen : throw faults.Stop(
            new RecordPlace(folder.Root),
            options.Split is null ? "holds neither .tfrecord files nor a folder camera_box with .parquet files" : $"holds no segment of the split '{options.Split}'",
            "Expected {split}/*.tfrecord, or {split}/camera_box/*.parquet with camera_image beside it");
    }

    private static string? FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(path));

    private static string Sibling(string path, string component) =>
        Path.Join(Path.GetDirectoryName(Path.GetDirectoryName(path)), component, Path.GetFileName(path));
}
