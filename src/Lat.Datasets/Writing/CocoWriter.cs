namespace Lat.Datasets;

/// <summary>Writes annotations/{split}.json and images/{split}/.</summary>
internal sealed class CocoWriter : IDatasetWriter
{
    public string Format => "coco";

    public string Losses => "Nothing of a label but its object identity, which training must not see.";

    public string PathOfImage(string split, string imageName) => $"images/{split}/{imageName}";

    public void WriteLabels(
        string folder, IReadOnlyList<DatasetSplit> splits, WriteCounts counts, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var done = 0L;
        foreach (var split in splits)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ReadProgress($"writing {split.Name}.json", done++, splits.Count));
            CocoAnnotationFile.Write(Path.Join(folder, "annotations", split.Name + ".json"), split.Annotations);
            counts.Boxes += split.Annotations.AnnotationCount;
        }
    }
}
