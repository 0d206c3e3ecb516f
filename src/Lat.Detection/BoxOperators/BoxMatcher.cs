using System.Numerics;

namespace Lat.Detection;

/// <summary>Assigns candidate boxes (anchors, proposals) to target boxes by overlap, as Faster R-CNN does.</summary>
/// <param name="positiveIou">A candidate stands for its best target from this IoU on.</param>
/// <param name="negativeIou">Below this IoU with every target it is background; between the two it is neither.</param>
/// <param name="keepBestOfEachTarget">Whether the candidates with a target's highest IoU stand for their best target however low it is.</param>
/// <param name="ignoreOverlap">Background of which at least this share lies in an ignored region is neither.</param>
public sealed class BoxMatcher(double positiveIou, double negativeIou, bool keepBestOfEachTarget, double ignoreOverlap)
{
    private readonly float _positiveIou = (float)positiveIou, _negativeIou = (float)negativeIou, _ignoreOverlap = (float)ignoreOverlap;

    /// <param name="candidates">[n * 4] xyxy.</param>
    /// <param name="targets">[g * 4] xyxy.</param>
    /// <param name="ignored">Crowds and ignored boxes, [i * 4] xyxy.</param>
    public BoxMatches Match(ReadOnlySpan<float> candidates, ReadOnlySpan<float> targets, ReadOnlySpan<float> ignored) =>
        Match(new BoxColumns(candidates), candidates, targets, ignored);

    /// <summary>The same, where the columns of the candidates are at hand.</summary>
    internal BoxMatches Match(BoxColumns columns, ReadOnlySpan<float> candidates, ReadOnlySpan<float> targets, ReadOnlySpan<float> ignored)
    {
        var (best, bestIou, atLeast) = (new int[columns.PaddedCount], new float[columns.PaddedCount], new bool[columns.Count]);
        var iou = new float[columns.PaddedCount];
        for (var target = 0; target < targets.Length / 4; target++)
        {
            columns.Fill(targets.Slice(target * 4, 4), iou);
            var highest = Improve(best, bestIou, iou, target);
            if (keepBestOfEachTarget && highest > 0)
            {
                MarkEqual(iou, highest, atLeast);
            }
        }

        return new BoxMatches(Decide(best[..columns.Count], bestIou, atLeast, candidates, ignored));
    }

    /// <summary>Takes over a target where it overlaps more than those before; gives its highest overlap.</summary>
    private static float Improve(int[] best, float[] bestIou, float[] iou, int target)
    {
        var (index, highest) = (new Vector<int>(target), Vector<float>.Zero);
        for (var at = 0; at < iou.Length; at += Vector<float>.Count)
        {
            var (overlap, before) = (new Vector<float>(iou, at), new Vector<float>(bestIou, at));
            Vector.ConditionalSelect(Vector.GreaterThan(overlap, before), index, new Vector<int>(best, at)).CopyTo(best, at);
            Vector.Max(overlap, before).CopyTo(bestIou, at);
            highest = Vector.Max(highest, overlap);
        }

        var largest = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            largest = Math.Max(largest, highest[lane]);
        }

        return largest;
    }

    private static void MarkEqual(ReadOnlySpan<float> iou, float highest, Span<bool> marks)
    {
        for (var candidate = 0; candidate < marks.Length; candidate++)
        {
            marks[candidate] |= iou[candidate] == highest;
        }
    }

    private int[] Decide(int[] best, float[] bestIou, bool[] atLeast, ReadOnlySpan<float> candidates, ReadOnlySpan<float> ignored)
    {
        for (var candidate = 0; candidate < best.Length; candidate++)
        {
            if (atLeast[candidate] || (bestIou[candidate] > 0 && bestIou[candidate] >= _positiveIou))
            {
                continue;
            }

            best[candidate] = bestIou[candidate] >= _negativeIou ? BoxMatches.Neither : BoxMatches.Background;
            if (ignored.Length > 0 && BoxIou.LargestCoverage(candidates.Slice(candidate * 4, 4), ignored) >= _ignoreOverlap)
            {
                best[candidate] = BoxMatches.Neither;
            }
        }

        return best;
    }
}
