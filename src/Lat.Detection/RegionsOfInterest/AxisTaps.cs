namespace Lat.Detection;

/// <summary>
/// RoIAlign along one axis: for each bin of a region, the pixels that its samples interpolate between, and their weights. A bin's value is
/// the sum over its rows and columns of weight(row) * weight(column) * pixel, so the two axes are worked out apart.
/// </summary>
internal sealed class AxisTaps(int bins, int samples)
{
    private readonly int[] _pixels = new int[bins * samples * 2];
    private readonly float[] _weights = new float[bins * samples * 2];
    private readonly int[] _counts = new int[bins];

    /// <summary>Taps over all bins.</summary>
    public int Total { get; private set; }

    public ReadOnlySpan<int> Pixels(int bin) => _pixels.AsSpan(bin * samples * 2, _counts[bin]);

    public ReadOnlySpan<float> Weights(int bin) => _weights.AsSpan(bin * samples * 2, _counts[bin]);

    /// <summary>Works out the taps of a region.</summary>
    /// <param name="start">Where it begins, in pixels of the map.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="size">Pixels of the map on this axis.</param>
    public void Fill(float start, float length, int size)
    {
        Total = 0;
        var binLength = length / bins;
        for (var bin = 0; bin < bins; bin++)
        {
            _counts[bin] = 0;
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
                    Add(bin, size - 1, 1);
                    continue;
                }

                var fraction = position - low;
                Add(bin, low, 1 - fraction);
                Add(bin, low + 1, fraction);
            }

            Total += _counts[bin];
        }
    }

    /// <summary>Neighbouring samples mostly share pixels; one tap each is enough.</summary>
    private void Add(int bin, int pixel, float weight)
    {
        if (weight == 0)
        {
            return;
        }

        var first = bin * samples * 2;
        weight /= samples;
        for (var tap = first; tap < first + _counts[bin]; tap++)
        {
            if (_pixels[tap] == pixel)
            {
                _weights[tap] += weight;
                return;
            }
        }

        var next = first + _counts[bin]++;
        (_pixels[next], _weights[next]) = (pixel, weight);
    }
}
