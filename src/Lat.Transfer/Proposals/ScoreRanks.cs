namespace Lat.Transfer;

/// <summary>
/// The n-th highest score of each class, exactly, without holding the scores: eight passes over them, each of which settles one byte of every
/// class's answer by counting. The bits of numbers that are not negative rise with the numbers.
/// </summary>
internal static class ScoreRanks
{
    private const int Values = 1 << 8;

    /// <param name="predictions">The scores.</param>
    /// <param name="ranks">[K], from 1; 0 for a class that is not asked for.</param>
    /// <returns>[K]; null where a class has fewer scores, or is not asked for.</returns>
    /// <exception cref="ArgumentException">A score is negative or not a number.</exception>
    public static double?[] Of(PredictedScores predictions, IReadOnlyList<int> ranks)
    {
        var (settled, remaining) = (new ulong[ranks.Count], ranks.ToArray());
        for (var shift = 64 - 8; shift >= 0; shift -= 8)
        {
            var counts = new int[ranks.Count * Values];
            foreach (var (classIndex, score) in predictions.Scores)
            {
                var bits = BitsOf(score);
                if (remaining[classIndex] > 0 && (shift == 64 - 8 || bits >> (shift + 8) == settled[classIndex]))
                {
                    counts[(classIndex * Values) + (int)((bits >> shift) % Values)]++;
                }
            }

            for (var classIndex = 0; classIndex < remaining.Length; classIndex++)
            {
                Settle(counts.AsSpan(classIndex * Values, Values), ref settled[classIndex], ref remaining[classIndex]);
            }
        }

        return [.. settled.Select((bits, classIndex) => remaining[classIndex] > 0 ? BitConverter.UInt64BitsToDouble(bits) : (double?)null)];
    }

    /// <summary>Chooses the byte in which the score of a rank lies, and the rank that it has among the scores with that byte; no rank is left where there are fewer.</summary>
    private static void Settle(ReadOnlySpan<int> counts, ref ulong settled, ref int remaining)
    {
        if (remaining <= 0)
        {
            return;
        }

        for (var value = Values - 1; value >= 0; value--)
        {
            if (remaining <= counts[value])
            {
                settled = (settled << 8) | (uint)value;
                return;
            }

            remaining -= counts[value];
        }

        remaining = 0;
    }

    private static ulong BitsOf(double score) => score >= 0
        ? BitConverter.DoubleToUInt64Bits(score + 0.0) // -0 becomes 0
        : throw new ArgumentException(FormattableString.Invariant($"A score is {score}; expected a number from 0 to 1."));
}
