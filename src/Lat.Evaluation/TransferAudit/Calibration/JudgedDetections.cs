namespace Lat.Evaluation;

/// <summary>A detector's predictions held against the truth of the images that it saw.</summary>
public static class JudgedDetections
{
    /// <summary>
    /// For each prediction, image by image, the class that is true there: that of the object which it overlaps most, by at least the threshold,
    /// or null for background. Several predictions of one object are all right: a confidence says what is there, not how often it was said.
    /// Predictions on crowds and ignored objects are left out.
    /// </summary>
    /// <param name="detections">What the detector found.</param>
    /// <param name="truth">The same images, in the same label space.</param>
    /// <param name="iouThreshold">The least IoU of a hit. Default 0.5.</param>
    /// <exception cref="LatException">The two are of different label spaces or images.</exception>
    public static IEnumerable<(Detection Detection, int? TrueClass)> Of(DetectionSet detections, AnnotationSet truth, double iouThreshold = 0.5)
    {
        if (detections.LabelSpace != truth.LabelSpace)
        {
            throw new LatException($"Cannot judge predictions in the space ({detections.LabelSpace}) by a truth in ({truth.LabelSpace}).");
        }

        var annotations = truth.Images.ToDictionary(image => image.FileName, image => image.Annotations, StringComparer.Ordinal);
        return detections.Images.SelectMany(image => annotations.TryGetValue(image.FileName, out var objects)
            ? OnImage(image, objects, iouThreshold)
            : throw new LatException($"Cannot judge the predictions on '{image.FileName}': the truth lacks the image."));
    }

    /// <summary>How well the scores of the predictions fit how often their class is true. Arguments as of <see cref="Of"/>.</summary>
    public static ConfidenceCalibration Calibration(DetectionSet detections, AnnotationSet truth, double iouThreshold = 0.5) =>
        ConfidenceCalibration.Of(Of(detections, truth, iouThreshold).Select(one => (Math.Min(one.Detection.Score, 1), one.TrueClass == one.Detection.ClassIndex)));

    private static IEnumerable<(Detection Detection, int? TrueClass)> OnImage(ImageDetections image, EquatableArray<Annotation> objects, double iouThreshold)
    {
        foreach (var detection in image.Detections)
        {
            var best = BestOverlap.Of(detection.Box, objects, iouThreshold);
            if (best < 0 || TruthMatch.IsCounted(objects[best]))
            {
                yield return (detection, best < 0 ? null : objects[best].ClassIndex);
            }
        }
    }
}
