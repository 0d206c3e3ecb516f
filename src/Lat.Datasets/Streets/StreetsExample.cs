using Lat.Core;

namespace Lat.Datasets;

/// <summary>One image of a Streets dataset.</summary>
/// <param name="FileName">The name of the image in its dataset; the join key.</param>
/// <param name="Image">The pixels.</param>
/// <param name="Annotations">The labels in the dataset's own space: all that training may see.</param>
/// <param name="Truth">The labels in every space: for evaluation only.</param>
public sealed record StreetsExample(string FileName, RgbImage Image, EquatableArray<Annotation> Annotations, StreetsTruth Truth)
{
    /// <summary>The image with the labels of its own space.</summary>
    public AnnotatedImage ToAnnotatedImage() => new(FileName, Image.Size, Annotations);
}
