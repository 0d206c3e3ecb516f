namespace Lat.Core;

/// <summary>The labels of a set of images, all in one label space.</summary>
public sealed record AnnotationSet
{
    /// <exception cref="ArgumentException">A file name stands twice, or an annotation's class is not in the space.</exception>
    public AnnotationSet(LabelSpace labelSpace, IEnumerable<AnnotatedImage> images)
    {
        LabelSpace = labelSpace;
        Images = [.. images];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var image in Images)
        {
            if (!names.Add(image.FileName))
            {
                throw new ArgumentException($"The image '{image.FileName}' stands twice in the set.");
            }

            foreach (var annotation in image.Annotations.AsSpan())
            {
                if (annotation.ClassIndex < 0 || annotation.ClassIndex >= labelSpace.Count)
                {
                    throw new ArgumentException(FormattableString.Invariant(
                        $"The image '{image.FileName}' has a box of class {annotation.ClassIndex}; the label space has {labelSpace.Count} classes."));
                }
            }
        }
    }

    public LabelSpace LabelSpace { get; }

    public EquatableArray<AnnotatedImage> Images { get; }

    public int AnnotationCount => Images.Sum(image => image.Annotations.Count);
}
