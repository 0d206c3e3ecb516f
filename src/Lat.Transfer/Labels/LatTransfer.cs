using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The method `lat`: rewrites a source dataset's annotations in the target's label space with a trained model, joined, by option, with the
/// target detector's own predictions.
/// </summary>
public static class LatTransfer
{
    /// <summary>Labels all images of a source that is in memory.</summary>
    /// <param name="predictor">The trained model.</param>
    /// <param name="source">The source's images, annotations, features and pseudo-labels.</param>
    /// <param name="target">The target, as an index into the concatenation.</param>
    /// <param name="targetSpace">The target's label space.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="observe">Told how each image came by its labels, in order; null for nobody.</param>
    public static AnnotationSet Transfer(
        LatPredictor predictor, LatTrainingSet source, int target, LabelSpace targetSpace, TransferOptions options, Action<ImageTransfer>? observe = null) =>
        new(targetSpace, Label(predictor, TransferSource.Of(source), target, targetSpace, options, observe));

    /// <summary>Labels a source's images one pass of the model after the other: no more of them are held than a pass takes.</summary>
    /// <param name="predictor">The trained model.</param>
    /// <param name="source">The source's images, annotations, features and pseudo-labels.</param>
    /// <param name="target">The target, as an index into the concatenation.</param>
    /// <param name="targetSpace">The target's label space.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="observe">Told how each image came by its labels, in order; null for nobody.</param>
    /// <returns>The images in their order with their labels in the target's space, made while they are gone through.</returns>
    public static IEnumerable<AnnotatedImage> Label(
        LatPredictor predictor, TransferSource source, int target, LabelSpace targetSpace, TransferOptions options, Action<ImageTransfer>? observe = null)
    {
        var thresholds = ClassThreshold.Of(options.ClassThresholds, predictor.Spaces.Spaces[target].Key, targetSpace, options.ScoreThreshold);
        var contributions = observe is null ? 0 : options.Contributions;
        foreach (var images in source.Images.Chunk(predictor.ImagesPerBatch))
        {
            var predictions = predictor.Predict(images, source.Dataset, target, source.Features, source.PseudoLabels, thresholds.Min(), contributions, source.Mirrored);
            for (var image = 0; image < images.Length; image++)
            {
                var all = options.JoinPseudoLabels && source.PseudoLabels[target] is { } found
                    ? predictions[image].Candidates.Concat(PseudoLabelTransfer.Candidates(found(images[image].FileName), images[image]))
                    : predictions[image].Candidates;
                var choice = LabelSelection.Select(all, options, thresholds);
                observe?.Invoke(new ImageTransfer(images[image], predictions[image], choice));
                yield return images[image] with { Annotations = choice.Labels };
            }
        }
    }
}
