using Lat.Core;

namespace Lat.Transfer;

/// <summary>How many boxes of each class an image of a dataset is annotated with, on the mean; crowds and ignored boxes do not count.</summary>
/// <param name="PerImage">[K], by class of the dataset's own space.</param>
public sealed record ClassFrequencies(EquatableArray<double> PerImage)
{
    /// <param name="annotations">The dataset's own annotations.</param>
    public static ClassFrequencies Of(AnnotationSet annotations) => Of(annotations.LabelSpace, annotations.Images);

    /// <param name="space">The dataset's own space.</param>
    /// <param name="images">Its images and their annotations; gone through once.</param>
    public static ClassFrequencies Of(LabelSpace space, IEnumerable<AnnotatedImage> images)
    {
        var (counts, imageCount) = (new double[space.Count], 0);
        foreach (var image in images)
        {
            imageCount++;
            foreach (var annotation in image.Annotations)
            {
                counts[annotation.ClassIndex] += annotation is { IsCrowd: false, IsIgnored: false } ? 1 : 0;
            }
        }

        return new ClassFrequencies(counts.Select(count => count / Math.Max(imageCount, 1)).ToEquatableArray());
    }

    /// <summary>
    /// The score of each class from which a detector finds as many boxes of it per image as there are here; equal scores stay together. Above 1
    /// for a class that does not occur; 0 where the detector never finds as many.
    /// </summary>
    /// <param name="predictions">What the detector of this label space finds on some images.</param>
    public double[] ScoresOfAsMany(PredictedScores predictions)
    {
        var wanted = PerImage.Select(frequency => (int)Math.Round(frequency * predictions.ImageCount)).ToEquatableArray();
        return [.. ScoreRanks.Of(predictions, wanted).Select((score, classIndex) => wanted[classIndex] == 0 ? double.PositiveInfinity : score ?? 0)];
    }
}
