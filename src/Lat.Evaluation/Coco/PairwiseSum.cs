namespace Lat.Evaluation;

/// <summary>
/// The mean of doubles in the order of additions of `numpy.mean` (1.24) on a contiguous array: buffers of 8192 one after the other; in
/// each, halves apart down to blocks of 128; in these, eight running sums. Another order would differ in the last bits.
/// </summary>
internal static class PairwiseSum
{
    private const int BufferSize = 8192;
    private const int BlockSize = 128;
    private const int Lanes = 8;

    /// <summary>The mean; NaN of nothing.</summary>
    public static double Mean(ReadOnlySpan<double> values) => values.IsEmpty ? double.NaN : Sum(values) / values.Length;

    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (; values.Length > BufferSize; values = values[BufferSize..])
        {
            sum += SumBuffer(values[..BufferSize]);
        }

        return sum + SumBuffer(values);
    }

    private static double SumBuffer(ReadOnlySpan<double> values)
    {
        if (values.Length <= BlockSize)
        {
            return values.Length < Lanes ? SumInOrder(0, values) : SumBlock(values);
        }

        var half = values.Length / 2;
        half -= half % Lanes;
        return SumBuffer(values[..half]) + SumBuffer(values[half..]);
    }

    private static double SumBlock(ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[Lanes];
        values[..Lanes].CopyTo(lanes);
        var whole = values.Length - (values.Length % Lanes);
        for (var index = Lanes; index < whole; index += Lanes)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                lanes[lane] += values[index + lane];
            }
        }

        var sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        return SumInOrder(sum, values[whole..]);
    }

    private static double SumInOrder(double sum, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
