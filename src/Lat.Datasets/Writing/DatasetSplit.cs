using Lat.Core;

namespace Lat.Datasets;

/// <summary>One part of a dataset that is written: `train`, `val`.</summary>
public sealed record DatasetSplit
{
    /// <param name="name">a-z, A-Z, 0-9, `-` and `_`; it becomes part of file names.</param>
    /// <param name="annotations">The labels.</param>
    /// <param name="images">The pixels of each image of the labels, in their order; empty: nowhere.</param>
    /// <exception cref="ArgumentException">The name has other characters, or the lists differ in length.</exception>
    public DatasetSplit(string name, AnnotationSet annotations, EquatableArray<ImportedImage> images = default)
    {
        if (!IsValidName(name))
        {
            throw new ArgumentException($"Not the name of a split: '{name}'. {ValidNames}");
        }

        if (images.Count != 0 && images.Count != annotations.Images.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{annotations.Images.Count} images have labels, but {images.Count} have a source."));
        }

        (Name, Annotations, Images) = (name, annotations, images);
    }

    /// <summary>What a name must satisfy, for error messages.</summary>
    public const string ValidNames = "A split's name is 1 to 40 letters a-z and A-Z, digits, '-' and '_'.";

    public string Name { get; }

    public AnnotationSet Annotations { get; }

    /// <summary>The pixels of image i of the labels are those of image i here; empty: nowhere.</summary>
    public EquatableArray<ImportedImage> Images { get; }

    public static bool IsValidName(string name) => name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
