using Lat.Core;

namespace Lat.Transfer;

/// <summary>One dataset whose labels are transferred, read image by image, so that any number of them may lie on the disk.</summary>
/// <param name="Dataset">Its place in the concatenation.</param>
/// <param name="Images">Its images and their own annotations, in order; gone through once.</param>
/// <param name="Features">The frozen features of those images.</param>
/// <param name="PseudoLabels">
/// [N] gives the predictions in each space on the image of a file name, and fails with a <see cref="LatException"/> where there are none of it;
/// null for spaces without predictions.
/// </param>
public sealed record TransferSource(
    int Dataset, IEnumerable<AnnotatedImage> Images, IFeatureSource Features, IReadOnlyList<Func<string, ImageDetections>?> PseudoLabels)
{
    /// <summary>The frozen features of the mirror images, by the images' names; null where the model does not look at them.</summary>
    public IFeatureSource? Mirrored { get; init; }

    /// <summary>What is in memory already.</summary>
    public static TransferSource Of(LatTrainingSet set) => new(
        set.Dataset,
        set.Annotations.Images,
        set.Features,
        [.. set.PseudoLabels.Select(found => found is null ? null : (Func<string, ImageDetections>)(fileName => found[fileName]))]) { Mirrored = set.Mirrored };
}
