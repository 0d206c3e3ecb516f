namespace Lat.Reports;

/// <summary>The labels of a set by the name of the image; an image that the set lacks has none.</summary>
internal sealed class LabelsByImage(AnnotationSet set)
{
    private readonly Dictionary<string, EquatableArray<Annotation>> _labels =
        set.Images.ToDictionary(image => image.FileName, image => image.Annotations, StringComparer.Ordinal);

    public EquatableArray<Annotation> this[string fileName] => _labels.GetValueOrDefault(fileName);

    /// <summary>Those from a confidence on.</summary>
    public EquatableArray<Annotation> Sure(string fileName, double threshold) =>
        this[fileName].Where(label => label.Confidence >= threshold && !label.IsCrowd).ToEquatableArray();
}
