namespace Lat.Detection;

/// <summary>The taps of all bins of one region, for one thread that works on it.</summary>
internal sealed class BinTaps(PoolingPlan plan)
{
    private readonly int _stride = plan.Vertical.LargestCount * plan.Horizontal.LargestCount;
    private readonly int[] _counts = new int[plan.Bins * plan.Bins];
    private readonly int[] _starts = new int[plan.Bins * plan.Bins * plan.Vertical.LargestCount * plan.Horizontal.LargestCount];
    private readonly float[] _weights = new float[plan.Bins * plan.Bins * plan.Vertical.LargestCount * plan.Horizontal.LargestCount];

    /// <summary>Where the channels of each of a bin's pixels begin.</summary>
    public ReadOnlySpan<int> Starts(int bin) => _starts.AsSpan(bin * _stride, _counts[bin]);

    /// <summary>The weights of a bin's pixels.</summary>
    public ReadOnlySpan<float> Weights(int bin) => _weights.AsSpan(bin * _stride, _counts[bin]);

    /// <summary>Turns to a region.</summary>
    /// <param name="region">Which.</param>
    /// <param name="channels">Numbers of a pixel.</param>
    public void Fill(int region, int channels)
    {
        for (var bin = 0; bin < _counts.Length; bin++)
        {
            _counts[bin] = plan.TapsOf(region, bin, channels, _starts.AsSpan(bin * _stride, _stride), _weights.AsSpan(bin * _stride, _stride));
        }
    }
}
