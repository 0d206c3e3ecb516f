namespace Lat.Evaluation;

/// <summary>The order of the official merge sort: by falling score, equal scores in the order that they came in.</summary>
internal static class DescendingScores
{
    /// <summary>Sorts positions by the scores that belong to them, entry by entry. Both spans are rearranged; the scores end up negated.</summary>
    /// <param name="scores">The score of each entry; finite.</param>
    /// <param name="positions">Ascending positions, one for each score.</param>
    public static void Sort(Span<double> scores, Span<int> positions)
    {
        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] = -scores[index];
        }

        // The library's sort of numbers is several times as fast as one with a comparison, but not stable: runs of equal scores are mended.
        scores.Sort(positions);
        for (var start = 0; start < scores.Length;)
        {
            var end = start + 1;
            while (end < scores.Length && scores[end] == scores[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                positions[start..end].Sort();
            }

            start = end;
        }
    }

    /// <summary>The positions 0 to n - 1, best score first.</summary>
    public static int[] OrderOf(ReadOnlySpan<double> scores)
    {
        var order = new int[scores.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        Sort(scores.ToArray(), order);
        return order;
    }
}
