using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// A COCO annotation file: the labels, and the file's own numbers for classes and images, by which result files refer to them.
/// </summary>
/// <param name="Annotations">The labels; classes and images in the order of the file.</param>
/// <param name="CategoryIds">The file's id of each class of the label space.</param>
/// <param name="ImageIds">The file's id of each image of the set.</param>
public sealed record CocoDataset(AnnotationSet Annotations, EquatableArray<long> CategoryIds, EquatableArray<long> ImageIds)
{
    /// <summary>A set with the ids that <see cref="CocoAnnotationFile.Write"/> gives: classes and images counted from 1.</summary>
    public static CocoDataset Of(AnnotationSet annotations) => new(
        annotations,
        Enumerable.Range(1, annotations.LabelSpace.Count).Select(id => (long)id).ToEquatableArray(),
        Enumerable.Range(1, annotations.Images.Count).Select(id => (long)id).ToEquatableArray());
}
