using Lat.Core;

namespace Lat.Datasets;

/// <summary>Writes a dataset to a folder: whole or not at all.</summary>
public static class DatasetOutput
{
    /// <summary>Writes labels and, where asked, pixels beside the folder's place, and moves all of it there at the end.</summary>
    /// <param name="writer">The format.</param>
    /// <param name="folder">Where to; must not exist, or be empty.</param>
    /// <param name="splits">At least one, in one label space.</param>
    /// <param name="images">How the pixels come along.</param>
    /// <param name="progress">Told now and then how far the writing is; null: nobody.</param>
    /// <param name="cancellation">Stops the writing; nothing is left behind.</param>
    /// <exception cref="LatException">The folder is in use, a name cannot be written, or an image or file fails; nothing is left behind.</exception>
    public static WriteReport Write(
        IDatasetWriter writer, string folder, IReadOnlyList<DatasetSplit> splits, ImageTransfer images,
        IProgress<ReadProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check(splits);
        var counts = new WriteCounts();
        using var staged = new StagedFolder(folder);
        try
        {
            writer.WriteLabels(staged.Path, splits, counts, progress, cancellation);
            new ImageCopies(staged.Path, writer, images, counts).Write(splits, progress, cancellation);
            staged.Commit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new LatException($"Cannot write '{folder}': {exception.Message} Check its rights, the length of names and the free space.", exception);
        }

        return new WriteReport(splits.Sum(split => (long)split.Annotations.Images.Count), counts.Boxes, counts.ToMap());
    }

    private static void Check(IReadOnlyList<DatasetSplit> splits)
    {
        ArgumentOutOfRangeException.ThrowIfZero(splits.Count);
        var space = splits[0].Annotations.LabelSpace;
        if (splits.Any(split => split.Annotations.LabelSpace != space) || splits.Select(split => split.Name).Distinct().Count() < splits.Count)
        {
            throw new ArgumentException("The splits of a dataset have names of their own and one label space.");
        }

        var problems = space.Classes.Where(name => !OutputName.IsText(name.Value)).Select(_ => "a class name with half a surrogate pair")
            .Concat(splits.SelectMany(split => split.Annotations.Images).Select(image => OutputName.ProblemOf(image.FileName)).OfType<string>())
            .ToList();
        if (problems.Count > 0)
        {
            var more = problems.Count > 10 ? FormattableString.Invariant($"\n  and {problems.Count - 10} more") : "";
            throw new LatException(FormattableString.Invariant(
                $"{problems.Count} name(s) cannot be written; rename them first:\n  {string.Join("\n  ", problems.Take(10))}{more}"));
        }
    }
}
