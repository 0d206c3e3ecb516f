using Lat.Core;

namespace Lat.Datasets;

/// <summary>Several datasets as one.</summary>
/// <param name="Annotations">All images and labels, one dataset after the other.</param>
/// <param name="Images">The pixels of image i of the labels; empty where no dataset had any.</param>
/// <param name="Parts">What came from where.</param>
public sealed record MergedDataset(AnnotationSet Annotations, EquatableArray<ImportedImage> Images, EquatableArray<MergePart> Parts)
{
    /// <summary>The dataset that a class of the merged space belongs to, and its index there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public (MergePart Part, int ClassIndex) OriginOf(int mergedClass)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mergedClass);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(mergedClass, Annotations.LabelSpace.Count);
        var part = Parts.Last(each => each.FirstClass <= mergedClass);
        return (part, mergedClass - part.FirstClass);
    }
}
