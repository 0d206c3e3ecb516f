using Lat.Core;

namespace Lat.Transfer;

/// <summary>A source box that ended without a label in the target's space.</summary>
/// <param name="SourceIndex">Its position among the image's own annotations.</param>
/// <param name="Reason">Why.</param>
/// <param name="BestScore">The best score that the model gave it in the target's space; null where it was not looked at.</param>
/// <param name="SuppressedBy">The label that suppressed it, by position; null for other reasons.</param>
public sealed record UnmatchedSource(int SourceIndex, SourceLoss Reason, double? BestScore, int? SuppressedBy)
{
    /// <summary>The source boxes of an image that no label came from.</summary>
    /// <param name="image">The image and its own annotations.</param>
    /// <param name="prediction">What the model said of it.</param>
    /// <param name="choice">Which candidates became labels.</param>
    public static IEnumerable<UnmatchedSource> Of(AnnotatedImage image, ImagePrediction prediction, LabelChoice choice)
    {
        for (var source = 0; source < image.Annotations.Count; source++)
        {
            if (choice.Kept.All(label => label.SourceIndex != source))
            {
                yield return Explain(source, image.Annotations[source], prediction, choice);
            }
        }
    }

    private static UnmatchedSource Explain(int source, Annotation annotation, ImagePrediction prediction, LabelChoice choice)
    {
        if (annotation.IsCrowd || annotation.IsIgnored)
        {
            return new UnmatchedSource(source, SourceLoss.NotCounted, null, null);
        }

        if (annotation.Box is not { Width: >= 1, Height: >= 1 })
        {
            return new UnmatchedSource(source, SourceLoss.TooSmall, null, null);
        }

        var row = prediction.RowOf(source);
        if (row < 0)
        {
            return new UnmatchedSource(source, SourceLoss.TooManyProposals, null, null);
        }

        var lost = choice.Lost.FirstOrDefault(candidate => candidate.Candidate.SourceIndex == source);
        var reason = lost is null ? SourceLoss.BelowThreshold : lost.SuppressedBy is null ? SourceLoss.TooManyLabels : SourceLoss.Suppressed;
        return new UnmatchedSource(source, reason, prediction.BestScores[row], lost?.SuppressedBy);
    }
}
