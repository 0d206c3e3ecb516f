using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads ACDC's detection labels of all conditions, each image once.</summary>
internal sealed class AcdcReader : IDatasetReader
{
    public static readonly string[] Conditions = ["fog", "night", "rain", "snow"];
    private static readonly string[] Splits = ["train", "val"];

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults("acdc", root);
        var folder = DatasetFolder.Open(root, faults);
        Refuse(options.Split is { } split && !Splits.Contains(split) ? split : null, "split", Splits, root, faults);
        Refuse(options.Parts.FirstOrDefault(part => !Conditions.Contains(part)), "condition", Conditions, root, faults);
        var wanted = options.Parts.Count == 0 ? Conditions : [.. options.Parts];
        var builder = new ImportBuilder(AcdcClasses.Space, options, faults);
        var done = 0L;
        foreach (var file in options.Split is null ? Splits.SelectMany(each => Files(folder, each, wanted)) : Files(folder, options.Split, wanted))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ReadProgress($"reading {Path.GetFileName(file.Path)}", done, null));
            done++;
            new AcdcFileReader(file, folder, wanted, builder, faults).Read();
        }

        if (done == 0)
        {
            faults.Stop(
                new RecordPlace(folder["gt_detection"]),
                "there is no instancesonly_*_gt_detection.json",
                "Unpack gt_detection_trainval.zip here; the test split has no labels");
        }

        return builder.Build(root);
    }

    private static void Refuse(string? unknown, string what, string[] known, string root, ReadFaults faults)
    {
        if (unknown is not null)
        {
            faults.Stop(new RecordPlace(root), $"the {what} '{unknown}' is unknown", $"Ask for one of: {string.Join(", ", known)}");
        }
    }

    /// <summary>The files of the conditions; the combined file only where there is none of them, since it holds the same images.</summary>
    private static List<AcdcFile> Files(DatasetFolder folder, string split, string[] conditions)
    {
        var own = conditions
            .Select(condition => new AcdcFile(
                folder["gt_detection", condition, $"instancesonly_{condition}_{split}_gt_detection.json"], split, condition))
            .Where(file => File.Exists(file.Path))
            .ToList();
        var combined = folder["gt_detection", $"instancesonly_{split}_gt_detection.json"];
        return own.Count > 0 || !File.Exists(combined) ? own : [new AcdcFile(combined, split, null)];
    }
}
