using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The rival `pseudo-label`: the target detector's predictions on the source's images, as they are, are the transferred labels
/// (paper, section 4.2; Lee 2013). The source's own annotations play no part, but in the noise filter.
/// </summary>
public static class PseudoLabelTransfer
{
    /// <summary>Labels all images of a source that is in memory. Arguments as of <see cref="Label"/>.</summary>
    /// <exception cref="LatException">The predictions lack an image of the source.</exception>
    public static AnnotationSet Transfer(
        AnnotationSet source, DetectionSet predictions, TransferOptions options, IReadOnlyList<double>? thresholds = null, double? noiseFilterIou = null)
    {
        var byName = new DetectionIndex(predictions);
        return new AnnotationSet(predictions.LabelSpace, Label(source.Images, fileName => byName[fileName], options, thresholds, noiseFilterIou));
    }

    /// <summary>Labels a source's images one after the other: no more than one is held.</summary>
    /// <param name="source">The source's images and annotations; only the images count, and the annotations for provenance and the filter.</param>
    /// <param name="predictions">Gives the target detector's predictions on the image of a file name.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="thresholds">[K] the least score of each class; null for the options' common one.</param>
    /// <param name="noiseFilterIou">
    /// A prediction that overlaps no annotation of the source, of whatever class, by at least this IoU is noise and goes before suppression
    /// (Liao et al. 2024, "PL &amp; NF"). Null: no filter.
    /// </param>
    /// <returns>The images in their order with their labels in the target's space, made while they are gone through.</returns>
    public static IEnumerable<AnnotatedImage> Label(
        IEnumerable<AnnotatedImage> source, Func<string, ImageDetections> predictions, TransferOptions options, IReadOnlyList<double>? thresholds = null,
        double? noiseFilterIou = null) => source.Select(image => image with
        {
            Annotations = LabelSelection.Select(
                Candidates(predictions(image.FileName), image).Where(candidate => noiseFilterIou is not { } iou || LiesOnAnnotation(candidate.Box, image, iou)),
                options,
                thresholds).Labels,
        });

    internal static IEnumerable<LabelCandidate> Candidates(ImageDetections predictions, AnnotatedImage source) =>
        predictions.Detections.Select(detection => new LabelCandidate(
            detection.Box, detection.ClassIndex, detection.Score, AnnotationOrigin.PseudoLabel, LabelSelection.SourceOf(detection.Box, source)));

    private static bool LiesOnAnnotation(Box box, AnnotatedImage source, double iou) => source.Annotations.Any(annotation => annotation.Box.Iou(box) >= iou);
}
