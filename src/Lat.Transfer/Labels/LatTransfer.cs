using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The method `lat`: rewrites a source dataset's annotations in the target's label space with a trained model, joined, by option, with the
/// target detector's own predictions.
/// </summary>
public static class LatTransfer
{
    private const int ImagesPerBatch = 16; // does not change a result: attention never crosses images

    /// <param name="predictor">The trained model.</param>
    /// <param name="source">The source's images, annotations, features and pseudo-labels.</param>
    /// <param name="target">The target, as an index into the concatenation.</param>
    /// <param name="targetSpace">The target's label space.</param>
    /// <param name="options">The thresholds.</param>
    public static AnnotationSet Transfer(
        LatPredictor predictor, LatTrainingSet source, int target, LabelSpace targetSpace, TransferOptions options)
    {
        var labelled = new List<AnnotatedImage>(source.Annotations.Images.Count);
        foreach (var images in source.Annotations.Images.Chunk(ImagesPerBatch))
        {
            var candidates = predictor.Predict(images, source.Dataset, target, source.Features, source.PseudoLabels, options.ScoreThreshold);
            for (var image = 0; image < images.Length; image++)
            {
                var all = options.JoinPseudoLabels && source.PseudoLabels[target] is { } predictions
                    ? candidates[image].Concat(PseudoLabelTransfer.Candidates(predictions[images[image].FileName], images[image]))
                    : candidates[image];
                labelled.Add(images[image] with { Annotations = LabelSelection.Select(all, options) });
            }
        }

        return new AnnotationSet(targetSpace, labelled);
    }
}
