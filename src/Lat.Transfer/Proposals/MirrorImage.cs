using Lat.Core;

namespace Lat.Transfer;

/// <summary>What is known of an image, as it is of its mirror image: every box mirrored left to right, all else as it was.</summary>
internal static class MirrorImage
{
    public static AnnotatedImage Of(AnnotatedImage image) => image with
    {
        Annotations = image.Annotations.Select(annotation => annotation with { Box = annotation.Box.FlipHorizontally(image.Size.Width) }).ToEquatableArray(),
    };

    public static ImageDetections Of(ImageDetections found) => found with
    {
        Detections = found.Detections.Select(detection => detection with { Box = detection.Box.FlipHorizontally(found.Size.Width) }).ToEquatableArray(),
    };

    public static IReadOnlyList<PrivilegedProposal> Of(IReadOnlyList<PrivilegedProposal> proposals, ImageSize size) =>
        [.. proposals.Select(proposal => proposal with { Box = proposal.Box.FlipHorizontally(size.Width) })];
}
