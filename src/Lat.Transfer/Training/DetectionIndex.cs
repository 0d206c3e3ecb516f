using Lat.Core;

namespace Lat.Transfer;

/// <summary>The predictions of one detector, by image.</summary>
public sealed class DetectionIndex(DetectionSet detections)
{
    private readonly Dictionary<string, ImageDetections> _byName = detections.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);

    public LabelSpace LabelSpace => detections.LabelSpace;

    /// <summary>Every image that the detector saw.</summary>
    public EquatableArray<ImageDetections> Images => detections.Images;

    /// <summary>The classes and scores of all predictions.</summary>
    public PredictedScores Scores => new(
        Images.Count, detections.Images.SelectMany(image => image.Detections).Select(detection => (detection.ClassIndex, detection.Score)));

    /// <summary>The predictions on an image.</summary>
    /// <exception cref="LatException">The detector never saw the image: the predictions belong to another set.</exception>
    public ImageDetections this[string fileName] => _byName.TryGetValue(fileName, out var image)
        ? image
        : throw new LatException($"No predictions for the image '{fileName}': they were made on another set. Run the pseudo-labels stage again.");
}
