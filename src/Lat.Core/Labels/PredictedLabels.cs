namespace Lat.Core;

/// <summary>A detector's predictions taken for labels, their scores as confidence.</summary>
public static class PredictedLabels
{
    /// <param name="predictions">The predictions.</param>
    /// <param name="scoreThreshold">The least score of a label, in [0, 1].</param>
    public static AnnotationSet Of(DetectionSet predictions, double scoreThreshold) => new(
        predictions.LabelSpace,
        predictions.Images.Select(image => new AnnotatedImage(
            image.FileName,
            image.Size,
            image.Detections.Where(detection => detection.Score >= scoreThreshold)
                .Select(detection => new Annotation(detection.Box, detection.ClassIndex) { Confidence = detection.Score, Origin = AnnotationOrigin.PseudoLabel })
                .ToEquatableArray())).ToEquatableArray());
}
