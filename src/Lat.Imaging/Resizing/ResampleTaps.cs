namespace Lat.Imaging;

/// <summary>Along one axis: for each target pixel, which source pixels it is a weighted mean of, and the weights in fixed point.</summary>
internal sealed class ResampleTaps
{
    /// <summary>Bits behind the point of a weight: with 8 bits of a sample and the headroom of a sum they fill 32.</summary>
    public const int FractionBits = 22;

    /// <summary>One half, for rounding.</summary>
    public const int Half = 1 << (FractionBits - 1);

    private readonly int[] _firsts;
    private readonly int[] _counts;
    private readonly int[] _weights;
    private readonly int _stride;

    private ResampleTaps(int[] firsts, int[] counts, int[] weights, int stride) =>
        (_firsts, _counts, _weights, _stride) = (firsts, counts, weights, stride);

    public int TargetCount => _firsts.Length;

    public int FirstSource => _firsts[0];

    public int EndSource => _firsts[^1] + _counts[^1];

    public int FirstOf(int target) => _firsts[target];

    public ReadOnlySpan<int> WeightsOf(int target) => _weights.AsSpan(target * _stride, _counts[target]);

    /// <param name="start">Where the source part begins, in pixels.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="sourceCount">The pixels of the whole source.</param>
    /// <param name="targetCount">The pixels of the target.</param>
    public static ResampleTaps Create(double start, double end, int sourceCount, int targetCount)
    {
        var scale = (end - start) / targetCount;

        // Shrinking, the triangle covers a target pixel's neighbours; growing, it stays the bilinear tent between two source pixels.
        var filterScale = Math.Max(scale, 1);
        var stride = ((int)Math.Ceiling(filterScale) * 2) + 1;
        var (firsts, counts, weights) = (new int[targetCount], new int[targetCount], new int[targetCount * stride]);
        var exact = new double[stride];
        for (var target = 0; target < targetCount; target++)
        {
            var center = start + ((target + 0.5) * scale);
            var first = Math.Max((int)(center - filterScale + 0.5), 0);
            var count = Math.Min((int)(center + filterScale + 0.5), sourceCount) - first;
            var sum = 0.0;
            for (var tap = 0; tap < count; tap++)
            {
                exact[tap] = Math.Max(0, 1 - Math.Abs((first + tap - center + 0.5) * (1 / filterScale)));
                sum += exact[tap];
            }

            for (var tap = 0; tap < count; tap++)
            {
                weights[(target * stride) + tap] = (int)((exact[tap] / sum * (1 << FractionBits)) + 0.5);
            }

            (firsts[target], counts[target]) = (first, count);
        }

        return new ResampleTaps(firsts, counts, weights, stride);
    }
}
