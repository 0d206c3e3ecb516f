using Lat.Core;

namespace Lat.Datasets;

/// <summary>A dataset as it was read: labels in Lat's terms, where the pixels are, and what was found on the way.</summary>
public sealed record ImportedDataset
{
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public ImportedDataset(AnnotationSet annotations, EquatableArray<ImportedImage> images, FormatReport report)
    {
        if (annotations.Images.Count != images.Count)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{annotations.Images.Count} images have labels, but {images.Count} have a source."));
        }

        (Annotations, Images, Report) = (annotations, images, report);
    }

    /// <summary>The labels; file names are unique, with `/` between folders, in ordinal order.</summary>
    public AnnotationSet Annotations { get; }

    /// <summary>The pixels of image i of <see cref="Annotations"/> are those of image i here.</summary>
    public EquatableArray<ImportedImage> Images { get; }

    /// <summary>Counts and faults.</summary>
    public FormatReport Report { get; }

    /// <summary>The part of the dataset that is in a part of its annotations, joined by file name.</summary>
    public ImportedDataset Choose(AnnotationSet part)
    {
        if (ReferenceEquals(part, Annotations))
        {
            return this;
        }

        var kept = part.Images.Select(image => image.FileName).ToHashSet(StringComparer.Ordinal);
        return Choose([.. Enumerable.Range(0, Images.Count).Where(index => kept.Contains(Annotations.Images[index].FileName))]);
    }

    /// <summary>The part of the dataset that has these images (by index, in this order). The report stays that of what was read.</summary>
    public ImportedDataset Choose(IReadOnlyList<int> indices) => new(
        new AnnotationSet(Annotations.LabelSpace, indices.Select(index => Annotations.Images[index])),
        indices.Select(index => Images[index]).ToEquatableArray(),
        Report);
}
