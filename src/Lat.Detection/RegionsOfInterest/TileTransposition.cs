namespace Lat.Detection;

/// <summary>Turns a region's numbers between bin by bin, as they are pooled, and channel by channel, as the next layer reads them.</summary>
internal static class TileTransposition
{
    /// <param name="tile">[bins, stride], of which the first channels count.</param>
    /// <param name="stride">Numbers from bin to bin.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="target">[channels, bins], filled.</param>
    public static void ToChannels(ReadOnlySpan<float> tile, int stride, int bins, Span<float> target)
    {
        for (var (channel, at) = (0, 0); at < target.Length; channel++)
        {
            for (var from = channel; from < bins * stride; from += stride)
            {
                target[at++] = tile[from];
            }
        }
    }

    /// <summary>The other way.</summary>
    public static void ToBins(ReadOnlySpan<float> source, int bins, Span<float> tile, int stride)
    {
        for (var (channel, at) = (0, 0); at < source.Length; channel++)
        {
            for (var to = channel; to < bins * stride; to += stride)
            {
                tile[to] = source[at++];
            }
        }
    }
}
