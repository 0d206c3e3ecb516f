using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The rival `pseudo-label`: the target detector's predictions on the source's images, as they are, are the transferred labels
/// (paper, section 4.2; Lee 2013). The source's own annotations play no part.
/// </summary>
public static class PseudoLabelTransfer
{
    /// <param name="source">The source's images and annotations; only the images count, and the annotations for provenance.</param>
    /// <param name="predictions">The target detector's predictions on those images.</param>
    /// <param name="options">The thresholds.</param>
    /// <exception cref="LatException">The predictions lack an image of the source.</exception>
    public static AnnotationSet Transfer(AnnotationSet source, DetectionSet predictions, TransferOptions options)
    {
        var byName = new DetectionIndex(predictions);
        return new AnnotationSet(predictions.LabelSpace, source.Images.Select(image => image with
        {
            Annotations = LabelSelection.Select(Candidates(byName[image.FileName], image), options),
        }));
    }

    internal static IEnumerable<LabelCandidate> Candidates(ImageDetections predictions, AnnotatedImage source) =>
        predictions.Detections.Select(detection => new LabelCandidate(
            detection.Box, detection.ClassIndex, detection.Score, AnnotationOrigin.PseudoLabel, LabelSelection.SourceOf(detection.Box, source)));
}
