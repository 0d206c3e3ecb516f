using System.Runtime.InteropServices;

namespace Lat.Detection;

/// <summary>
/// RoIAlign along one axis: for each bin of each region, the pixels that its samples interpolate between, and their weights. A bin's value
/// is the sum over its rows and columns of weight(row) * weight(column) * pixel, so the two axes are worked out apart.
/// </summary>
/// <param name="regions">How many regions will be added.</param>
/// <param name="bins">Bins of a region on this axis.</param>
/// <param name="samplingRatio">Samples of a bin on this axis; 0 for as many as a bin has pixels, rounded up (Detectron2).</param>
internal sealed class AxisTaps(int regions, int bins, int samplingRatio)
{
    private readonly List<int> _pixels = new(regions * bins * Math.Max(samplingRatio, 1) * 2);
    private readonly List<float> _weights = new(regions * bins * Math.Max(samplingRatio, 1) * 2);
    private readonly List<int> _ends = new(regions * bins);

    /// <summary>The most taps that a bin has.</summary>
    public int LargestCount { get; private set; }

    /// <summary>The pixels of a bin.</summary>
    public ReadOnlySpan<int> Pixels(int region, int bin)
    {
        var (first, end) = Range(region, bin);
        return CollectionsMarshal.AsSpan(_pixels)[first..end];
    }

    /// <summary>Their weights.</summary>
    public ReadOnlySpan<float> Weights(int region, int bin)
    {
        var (first, end) = Range(region, bin);
        return CollectionsMarshal.AsSpan(_weights)[first..end];
    }

    /// <summary>Taps of a region over all its bins.</summary>
    public int Total(int region) => Range(region, bins - 1).End - Range(region, 0).First;

    /// <summary>Works out the taps of the next region.</summary>
    /// <param name="start">Where it begins, in pixels of the map.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="size">Pixels of the map on this axis.</param>
    public void Add(float start, float length, int size)
    {
        var binLength = length / bins;
        var samples = samplingRatio > 0 ? samplingRatio : (int)Math.Ceiling(binLength);
        for (var bin = 0; bin < bins; bin++)
        {
            var first = _pixels.Count;
            for (var sample = 0; sample < samples; sample++)
            {
                var position = start + (bin * binLength) + ((sample + 0.5f) * binLength / samples);

                // torchvision: a sample more than a pixel outside counts as zero, one on the border as the border's pixel.
                if (position < -1 || position > size)
                {
                    continue;
                }

                position = Math.Max(position, 0);
                var low = (int)position;
                if (low >= size - 1)
                {
                    Add(first, size - 1, 1f / samples);
                    continue;
                }

                var fraction = position - low;
                Add(first, low, (1 - fraction) / samples);
                Add(first, low + 1, fraction / samples);
            }

            _ends.Add(_pixels.Count);
            LargestCount = Math.Max(LargestCount, _pixels.Count - first);
        }
    }

    /// <summary>Neighbouring samples mostly share pixels; one tap each is enough.</summary>
    private void Add(int first, int pixel, float weight)
    {
        if (weight == 0)
        {
            return;
        }

        var known = CollectionsMarshal.AsSpan(_pixels)[first..].LastIndexOf(pixel);
        if (known >= 0)
        {
            CollectionsMarshal.AsSpan(_weights)[first + known] += weight;
            return;
        }

        _pixels.Add(pixel);
        _weights.Add(weight);
    }

    private (int First, int End) Range(int region, int bin)
    {
        var at = (region * bins) + bin;
        return (at == 0 ? 0 : _ends[at - 1], _ends[at]);
    }
}
