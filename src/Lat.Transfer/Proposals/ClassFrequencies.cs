using Lat.Core;

namespace Lat.Transfer;

/// <summary>How many boxes of each class an image of a dataset is annotated with, on the mean; crowds and ignored boxes do not count.</summary>
/// <param name="PerImage">[K], by class of the dataset's own space.</param>
public sealed record ClassFrequencies(EquatableArray<double> PerImage)
{
    /// <param name="annotations">The dataset's own annotations.</param>
    public static ClassFrequencies Of(AnnotationSet annotations)
    {
        var counts = new double[annotations.LabelSpace.Count];
        foreach (var annotation in annotations.Images.SelectMany(image => image.Annotations))
        {
            counts[annotation.ClassIndex] += annotation is { IsCrowd: false, IsIgnored: false } ? 1 : 0;
        }

        var images = Math.Max(annotations.Images.Count, 1);
        return new ClassFrequencies(counts.Select(count => count / images).ToEquatableArray());
    }

    /// <summary>
    /// The score of each class from which a detector finds as many boxes of it per image as there are here; equal scores stay together. Above 1
    /// for a class that does not occur; 0 where the detector never finds as many.
    /// </summary>
    /// <param name="predictions">What the detector of this label space finds on some images.</param>
    public double[] ScoresOfAsMany(DetectionIndex predictions)
    {
        var scores = predictions.Images.SelectMany(image => image.Detections).ToLookup(detection => detection.ClassIndex, detection => detection.Score);
        return [.. PerImage.Select((frequency, classIndex) =>
        {
            var wanted = (int)Math.Round(frequency * predictions.Images.Count);
            var found = scores[classIndex].OrderDescending().ToList();
            return wanted == 0 ? double.PositiveInfinity : wanted > found.Count ? 0 : found[wanted - 1];
        })];
    }
}
