using Lat.Core;

namespace Lat.Transfer;

/// <summary>Turns candidates into an image's labels: threshold, class-wise non-maximum suppression, best first.</summary>
public static class LabelSelection
{
    /// <param name="candidates">The candidates of one image, in any order; ties are broken by that order.</param>
    /// <param name="options">The thresholds.</param>
    public static EquatableArray<Annotation> Select(IEnumerable<LabelCandidate> candidates, TransferOptions options)
    {
        var kept = new List<LabelCandidate>();
        foreach (var candidate in candidates.Where(candidate => candidate.Score >= options.ScoreThreshold).OrderByDescending(candidate => candidate.Score))
        {
            if (kept.Count == options.MaximumLabels)
            {
                break;
            }

            if (!kept.Exists(better => better.ClassIndex == candidate.ClassIndex && better.Box.Iou(candidate.Box) > options.NmsThreshold))
            {
                kept.Add(candidate);
            }
        }

        return kept.Select(label => new Annotation(label.Box, label.ClassIndex)
        {
            Confidence = Math.Min(label.Score, 1),
            Origin = label.Origin,
            SourceIndex = label.SourceIndex,
        }).ToEquatableArray();
    }

    /// <summary>The position of the source annotation that a box lies on: the best by IoU, at least 0.5; null where there is none.</summary>
    public static int? SourceOf(Box box, AnnotatedImage source)
    {
        int? best = null;
        var bestIou = 0.5;
        for (var index = 0; index < source.Annotations.Count; index++)
        {
            var iou = source.Annotations[index].Box.Iou(box);
            (best, bestIou) = iou >= bestIou ? (index, iou) : (best, bestIou);
        }

        return best;
    }
}
