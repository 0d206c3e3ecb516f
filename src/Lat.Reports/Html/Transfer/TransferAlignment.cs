namespace Lat.Reports;

/// <summary>What one transfer did with the source's boxes; of labels that a training would use.</summary>
/// <param name="Method">The method that made the labels.</param>
/// <param name="Source">The dataset whose images were labelled.</param>
/// <param name="Target">The dataset whose label space the labels are in.</param>
/// <param name="Alignment">Which class became which, and how boxes moved.</param>
public sealed record TransferAlignment(string Method, DatasetName Source, DatasetName Target, LabelAlignment Alignment)
{
    /// <summary>Holds the labels of at least a confidence against the source's boxes.</summary>
    /// <param name="method">The method that made the labels.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="annotations">The source's own annotations.</param>
    /// <param name="labels">The labels of the same images in the target's space.</param>
    /// <param name="threshold">The least confidence that counts.</param>
    public static TransferAlignment Of(
        string method, DatasetName source, DatasetName target, AnnotationSet annotations, AnnotationSet labels, double threshold)
    {
        var sure = labels.Images.Select(image => image with
        {
            Annotations = image.Annotations.Where(label => label.Confidence >= threshold).ToEquatableArray(),
        });
        return new TransferAlignment(method, source, target, LabelAligner.Align(annotations, new AnnotationSet(labels.LabelSpace, sure)));
    }
}
