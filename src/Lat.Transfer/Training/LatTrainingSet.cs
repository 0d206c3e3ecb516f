using Lat.Core;

namespace Lat.Transfer;

/// <summary>One dataset as the LAT model trains on it.</summary>
/// <param name="Dataset">Its place in the concatenation.</param>
/// <param name="Annotations">Its images and their own annotations.</param>
/// <param name="Features">The frozen features of those images.</param>
/// <param name="PseudoLabels">The predictions on those images in every space, [N]; null where there are none.</param>
public sealed record LatTrainingSet(
    int Dataset, AnnotationSet Annotations, IFeatureSource Features, EquatableArray<DetectionIndex?> PseudoLabels)
{
    /// <summary>The frozen features of the mirror images, by the images' names; null where the model does not look at them.</summary>
    public IFeatureSource? Mirrored { get; init; }
}
