using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// Turns candidates into an image's labels: what speaks against a candidate lowers its score, then threshold, class-wise non-maximum
/// suppression, best first, box voting by option.
/// </summary>
public static class LabelSelection
{
    /// <param name="candidates">The candidates of one image, in any order; ties are broken by that order.</param>
    /// <param name="options">The thresholds, and what weighs against a candidate.</param>
    /// <param name="thresholds">[K] the least score of each class; null for the options' common one.</param>
    /// <returns>The labels, and what became of the other candidates.</returns>
    public static LabelChoice Select(IEnumerable<LabelCandidate> candidates, TransferOptions options, IReadOnlyList<double>? thresholds = null)
    {
        bool IsAble(LabelCandidate candidate) => candidate.Score >= (thresholds?[candidate.ClassIndex] ?? options.ScoreThreshold);
        var able = candidates.Select(candidate => candidate.SourceIndex is null ? candidate.Weighted(options.UnsupportedWeight) : candidate).Where(IsAble).ToList();
        var (kept, lost) = (new List<LabelCandidate>(), new List<LostCandidate>());
        var queue = new PriorityQueue<(LabelCandidate Candidate, int Order, bool IsContested), (double, int)>(
            able.Select((candidate, order) => ((candidate, order, false), (-candidate.Score, order))));
        while (queue.TryDequeue(out var next, out _))
        {
            var (candidate, order, isContested) = next;
            if (kept.Count == options.MaximumLabels)
            {
                lost.Add(new LostCandidate(candidate, null));
            }
            else if (kept.FindIndex(better => Suppresses(better, candidate, options)) is >= 0 and var by)
            {
                lost.Add(new LostCandidate(candidate, by));
            }
            else if (!isContested && options.ContestedWeight < 1 && kept.Exists(better => Contests(better, candidate, options)))
            {
                var doubtful = candidate.Weighted(options.ContestedWeight);
                if (IsAble(doubtful))
                {
                    queue.Enqueue((doubtful, order, true), (-doubtful.Score, order));
                }
            }
            else
            {
                kept.Add(candidate);
            }
        }

        return new LabelChoice(
            [.. kept],
            [.. lost],
            kept.Select(label => new Annotation(options.BoxVotingIou is { } iou ? Vote(label, able, iou) : label.Box, label.ClassIndex)
            {
                Confidence = Math.Min(label.Score, 1),
                Origin = label.Origin,
                SourceIndex = label.SourceIndex,
            }).ToEquatableArray());
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

    private static bool Suppresses(LabelCandidate better, LabelCandidate candidate, TransferOptions options)
    {
        if (better.ClassIndex != candidate.ClassIndex)
        {
            return false;
        }

        var areOfTwoSources = better.SourceIndex is { } one && candidate.SourceIndex is { } other && one != other;
        return better.Box.Iou(candidate.Box) > (areOfTwoSources ? options.AcrossSourcesNmsThreshold ?? options.NmsThreshold : options.NmsThreshold);
    }

    private static bool Contests(LabelCandidate better, LabelCandidate candidate, TransferOptions options) =>
        better.ClassIndex != candidate.ClassIndex && better.Box.Iou(candidate.Box) > options.ContestedIou;

    private static Box Vote(LabelCandidate label, IEnumerable<LabelCandidate> candidates, double iou)
    {
        var (x1, y1, x2, y2, sum) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var voter in candidates.Where(candidate => candidate.ClassIndex == label.ClassIndex && (candidate == label || candidate.Box.Iou(label.Box) >= iou)))
        {
            sum += voter.Score;
            (x1, y1) = (x1 + (voter.Score * voter.Box.X1), y1 + (voter.Score * voter.Box.Y1));
            (x2, y2) = (x2 + (voter.Score * voter.Box.X2), y2 + (voter.Score * voter.Box.Y2));
        }

        return sum > 0 ? new Box(x1 / sum, y1 / sum, x2 / sum, y2 / sum) : label.Box;
    }
}
