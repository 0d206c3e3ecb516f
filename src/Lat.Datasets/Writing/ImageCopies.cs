using Lat.Core;

namespace Lat.Datasets;

/// <summary>Brings the pixels of a dataset that is written along.</summary>
internal sealed class ImageCopies(string folder, IDatasetWriter writer, ImageTransfer transfer, WriteCounts counts)
{
    private const int ReportEvery = 64;
    private readonly Dictionary<string, ImageSource> _written = new(StringComparer.Ordinal);

    /// <exception cref="LatException">An image cannot be read, or two images would be one file.</exception>
    public void Write(IReadOnlyList<DatasetSplit> splits, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        if (transfer == ImageTransfer.None)
        {
            return;
        }

        var total = splits.Sum(split => (long)split.Images.Count);
        var done = 0L;
        foreach (var split in splits)
        {
            for (var index = 0; index < split.Images.Count; index++)
            {
                if (done++ % ReportEvery == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report(new ReadProgress(transfer == ImageTransfer.Copy ? "copying images" : "linking images", done, total));
                }

                Write(split.Images[index].Source, Path.Join(folder, writer.PathOfImage(split.Name, split.Annotations.Images[index].FileName)));
            }
        }
    }

    private void Write(ImageSource? source, string path)
    {
        if (source is null)
        {
            counts.Count("images without pixels");
            return;
        }

        if (_written.TryGetValue(path, out var before))
        {
            if (before != source)
            {
                throw new LatException(
                    $"The images at {before.Location} and {source.Location} would both be '{Path.GetRelativePath(folder, path)}'. Rename one, or write one split at a time.");
            }

            return;
        }

        _written.Add(path, source);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (transfer == ImageTransfer.Link && source is FileImageSource)
        {
            File.CreateSymbolicLink(path, Path.GetFullPath(source.File));
            return;
        }

        using var input = source.Open();
        using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        input.CopyTo(output);
    }
}
