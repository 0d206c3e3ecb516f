namespace Lat.Detection;

/// <summary>
/// Greedy non-maximum suppression, exact: boxes are taken by falling score, ties by index, and each taken box removes those that
/// overlap it by more than a threshold.
/// </summary>
public static class NonMaximumSuppression
{
    /// <summary>The indices of the boxes that stay, best score first.</summary>
    /// <param name="boxes">[n * 4] xyxy.</param>
    /// <param name="scores">[n].</param>
    /// <param name="iouThreshold">A box goes when its IoU with a better one is greater than this.</param>
    /// <param name="limit">How many may stay.</param>
    public static int[] Keep(ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, double iouThreshold, int limit = int.MaxValue)
    {
        var order = ScoreOrder.Best(scores);
        var sorted = new float[order.Length * 4];
        for (var rank = 0; rank < order.Length; rank++)
        {
            boxes.Slice(order[rank] * 4, 4).CopyTo(sorted.AsSpan(rank * 4));
        }

        return KeepSorted(order, sorted, (float)iouThreshold, limit);
    }

    /// <summary>The same within each class: boxes of different classes never remove each other. Best score first over all classes.</summary>
    /// <param name="classes">[n] any integers: classes, or pyramid levels.</param>
    public static int[] KeepPerClass(
        ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, ReadOnlySpan<int> classes, double iouThreshold, int limit = int.MaxValue)
    {
        var members = new SortedDictionary<int, List<int>>();
        foreach (var index in ScoreOrder.Best(scores))
        {
            if (!members.TryGetValue(classes[index], out var list))
            {
                members.Add(classes[index], list = []);
            }

            list.Add(index);
        }

        var kept = new List<int>();
        foreach (var (_, list) in members)
        {
            var sorted = new float[list.Count * 4];
            for (var rank = 0; rank < list.Count; rank++)
            {
                boxes.Slice(list[rank] * 4, 4).CopyTo(sorted.AsSpan(rank * 4));
            }

            kept.AddRange(KeepSorted([.. list], sorted, (float)iouThreshold, limit));
        }

        // Among the kept ones the order is again by score, then by index.
        kept.Sort();
        var keptScores = new float[kept.Count];
        for (var position = 0; position < kept.Count; position++)
        {
            keptScores[position] = scores[kept[position]];
        }

        return [.. ScoreOrder.Best(keptScores, limit).Select(position => kept[position])];
    }

    private static int[] KeepSorted(int[] order, float[] sorted, float threshold, int limit)
    {
        var columns = new BoxColumns(sorted);
        var removed = new int[columns.PaddedCount];
        var kept = new List<int>();
        for (var rank = 0; rank < order.Length && kept.Count < limit; rank++)
        {
            if (removed[rank] == 0)
            {
                kept.Add(order[rank]);
                columns.Mark(sorted.AsSpan(rank * 4, 4), threshold, removed, rank + 1);
            }
        }

        return [.. kept];
    }
}
