using Lat.Core;

namespace Lat.Datasets;

/// <summary>Leaves out boxes that are too small, and images that nothing is left in.</summary>
public static class BoxFilter
{
    /// <summary>The images that stay, by index, with the boxes that stay; the order is kept.</summary>
    public static (AnnotationSet Annotations, IReadOnlyList<int> Kept) Apply(AnnotationSet set, BoxFilterOptions options)
    {
        var filtered = set.FilterAnnotations((_, label) => IsLargeEnough(label.Box, options));
        var kept = Enumerable.Range(0, filtered.Images.Count)
            .Where(index => !options.LeaveOutEmptyImages || filtered.Images[index].Annotations.Any(label => !label.IsCrowd && !label.IsIgnored))
            .ToList();
        return kept.Count == set.Images.Count
            ? (filtered, kept)
            : (new AnnotationSet(set.LabelSpace, kept.Select(index => filtered.Images[index])), kept);
    }

    /// <summary>The same for a dataset with its pixels.</summary>
    public static ImportedDataset Apply(ImportedDataset dataset, BoxFilterOptions options)
    {
        if (options == new BoxFilterOptions())
        {
            return dataset;
        }

        var (annotations, kept) = Apply(dataset.Annotations, options);
        return new ImportedDataset(annotations, kept.Select(index => dataset.Images[index]).ToEquatableArray(), dataset.Report);
    }

    private static bool IsLargeEnough(Box box, BoxFilterOptions options) =>
        box.Width >= options.MinimumWidth && box.Height >= options.MinimumHeight && box.Area >= options.MinimumArea;
}
