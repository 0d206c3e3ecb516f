namespace Lat.Evaluation;

/// <summary>Turns the matches of one class into its precision at the recall thresholds and its recall. Classes may be added at the same time.</summary>
internal sealed class CocoAccumulator(EquatableArray<int> limits, CocoPrecision precision, CocoRecall recall)
{
    public void Accumulate(int classIndex, ClassMatches matches)
    {
        var byScore = DescendingScores.OrderOf(matches.Scores);
        var curve = new PrecisionRecallCurve(byScore.Length);
        Span<double> values = stackalloc double[CocoDefinition.RecallThresholds.Count];
        for (var limit = 0; limit < limits.Count; limit++)
        {
            var most = limits[limit];
            var order = most == limits[^1] ? byScore : Array.FindAll(byScore, position => matches.Ranks[position] < most);
            for (var area = 0; area < CocoDefinition.AreaRangeCount; area++)
            {
                var toFind = matches.ToFind[area];
                for (var iou = 0; iou < CocoDefinition.IouThresholds.Count && toFind > 0; iou++)
                {
                    curve.Fill(order, matches.Flags(area, iou), toFind);
                    curve.PrecisionAt(CocoDefinition.RecallThresholds.AsSpan(), values);
                    recall[iou, classIndex, (CocoAreaRange)area, limit] = curve.FinalRecall;
                    for (var r = 0; r < values.Length; r++)
                    {
                        precision[iou, r, classIndex, (CocoAreaRange)area, limit] = values[r];
                    }
                }
            }
        }
    }
}
