using Lat.Core;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>Makes labels of what a teacher finds.</summary>
internal static class PseudoLabels
{
    /// <summary>The detections from a score on, as labels that count like a person's: the threshold is all that the method asks of them.</summary>
    public static ImageTargets Of(RgbImage image, IEnumerable<Detection> found, double threshold, int classCount) => ImageTargets.From(
        new TrainingExample(image, found
            .Where(detection => detection.Score >= threshold)
            .Select(detection => new Annotation(detection.Box, detection.ClassIndex))
            .ToEquatableArray()),
        classCount);
}
