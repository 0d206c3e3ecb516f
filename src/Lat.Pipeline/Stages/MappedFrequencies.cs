using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>What thresholds that match counts are made of, from files that stay on the disk.</summary>
internal static class MappedFrequencies
{
    /// <summary>How often a dataset annotates each class.</summary>
    /// <param name="path">Its annotation file.</param>
    public static ClassFrequencies OfAnnotations(string path)
    {
        using var annotations = MappedAnnotationFile.Open(path);
        return ClassFrequencies.Of(annotations.LabelSpace, annotations.Images);
    }

    /// <summary>The scores of predictions; not to be gone through after the file is disposed.</summary>
    public static PredictedScores Scores(MappedDetectionFile predictions) => new(predictions.ImageCount, predictions.Scores);
}
