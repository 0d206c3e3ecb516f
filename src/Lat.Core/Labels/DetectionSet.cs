namespace Lat.Core;

/// <summary>The predictions of one detector on a set of images, in the detector's label space.</summary>
public sealed record DetectionSet(LabelSpace LabelSpace, EquatableArray<ImageDetections> Images)
{
    /// <summary>The predictions as labels, their scores as confidence.</summary>
    /// <param name="scoreThreshold">The least score of a label, in [0, 1].</param>
    public AnnotationSet ToLabels(double scoreThreshold) => new(
        LabelSpace,
        Images.Select(image => new AnnotatedImage(
            image.FileName,
            image.Size,
            image.Detections.Where(detection => detection.Score >= scoreThreshold)
                .Select(detection => new Annotation(detection.Box, detection.ClassIndex) { Confidence = detection.Score, Origin = AnnotationOrigin.PseudoLabel })
                .ToEquatableArray())).ToEquatableArray());
}
