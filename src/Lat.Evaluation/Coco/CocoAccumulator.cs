namespace Lat.Evaluation;

/// <summary>Turns the matches of one class into its precision at the recall thresholds and its recall.</summary>
internal sealed class CocoAccumulator(EquatableArray<int> limits, CocoPrecision precision, CocoRecall recall)
{
    // The official tool adds it to every denominator, so that a detection that counts neither way gives 0 and not NaN. Part of the bits.
    private static readonly double Spacing = Math.BitIncrement(1.0) - 1.0;

    public void Accumulate(int classIndex, ClassMatches matches)
    {
        var byScore = ByScore(matches.Scores);
        for (var limit = 0; limit < limits.Count; limit++)
        {
            var most = limits[limit];
            var order = Array.FindAll(byScore, position => matches.Ranks[position] < most);
            var curve = new PrecisionRecallCurve(order.Length);
            for (var area = 0; area < CocoDefinition.AreaRangeCount; area++)
            {
                var toFind = matches.ToFind[area];
                for (var iou = 0; iou < CocoDefinition.IouThresholds.Count && toFind > 0; iou++)
                {
                    curve.Fill(order, matches.Flags(area, iou), toFind, Spacing);
                    recall[iou, classIndex, (CocoAreaRange)area, limit] = curve.FinalRecall;
                    for (var r = 0; r < CocoDefinition.RecallThresholds.Count; r++)
                    {
                        precision[iou, r, classIndex, (CocoAreaRange)area, limit] = curve.PrecisionAt(CocoDefinition.RecallThresholds[r]);
                    }
                }
            }
        }
    }

    private static int[] ByScore(double[] scores)
    {
        var order = new int[scores.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        Array.Sort(order, (left, right) =>
        {
            var byScore = scores[right].CompareTo(scores[left]);
            return byScore != 0 ? byScore : left.CompareTo(right);
        });
        return order;
    }
}
