namespace Lat.Detection;

/// <summary>Indices by falling score, ties by rising index: the one order in which boxes are ranked everywhere.</summary>
public static class ScoreOrder
{
    /// <summary>The indices of the <paramref name="limit"/> best scores, best first. NaN ranks last.</summary>
    public static int[] Best(ReadOnlySpan<float> scores, int limit = int.MaxValue)
    {
        var keys = new ulong[scores.Length];
        for (var index = 0; index < scores.Length; index++)
        {
            keys[index] = ((ulong)~Ascending(scores[index]) << 32) | (uint)index;
        }

        var count = Math.Min(limit, keys.Length);
        if (count < keys.Length)
        {
            MoveSmallestToFront(keys, count);
        }

        var candidates = keys.AsSpan(0, count);
        candidates.Sort();
        var best = new int[count];
        for (var rank = 0; rank < count; rank++)
        {
            best[rank] = (int)(uint)candidates[rank];
        }

        return best;
    }

    /// <summary>An unsigned integer that orders as the float does; NaN below all.</summary>
    private static uint Ascending(float score)
    {
        if (float.IsNaN(score))
        {
            return 0;
        }

        var bits = BitConverter.SingleToUInt32Bits(score);
        return (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
    }

    /// <summary>Quickselect (Hoare, 1961): afterwards the first <paramref name="count"/> keys are the smallest, in any order.</summary>
    private static void MoveSmallestToFront(Span<ulong> keys, int count)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = MedianOfThree(keys[low], keys[low + ((high - low) / 2)], keys[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] < pivot)
                {
                    left++;
                }

                while (keys[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (keys[left], keys[right]) = (keys[right], keys[left]);
                    left++;
                    right--;
                }
            }

            if (count - 1 <= right)
            {
                high = right;
            }
            else if (count - 1 >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }

    private static ulong MedianOfThree(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
