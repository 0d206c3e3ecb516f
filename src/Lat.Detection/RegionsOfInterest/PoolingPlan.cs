namespace Lat.Detection;

/// <summary>What RoIAlign does with each region: the level and the image that it is pooled from, and its taps on both axes.</summary>
/// <param name="Layout">The sizes of the maps.</param>
/// <param name="Bins">Bins on each side of a region.</param>
/// <param name="Levels">[R].</param>
/// <param name="Images">[R].</param>
/// <param name="Vertical">Taps of rows.</param>
/// <param name="Horizontal">Taps of columns.</param>
internal sealed record PoolingPlan(PyramidLayout Layout, int Bins, int[] Levels, int[] Images, AxisTaps Vertical, AxisTaps Horizontal)
{
    /// <summary>How many regions there are: R.</summary>
    public int RegionCount => Images.Length;

    /// <summary>
    /// The taps of one bin: where each pixel's channels begin in the region's map, in numbers, and the pixel's weight. Gives how many.
    /// </summary>
    /// <param name="region">Which region.</param>
    /// <param name="bin">Which bin, row by row.</param>
    /// <param name="channels">Numbers of a pixel.</param>
    /// <param name="starts">Filled.</param>
    /// <param name="weights">Filled.</param>
    public int TapsOf(int region, int bin, int channels, Span<int> starts, Span<float> weights)
    {
        var (height, width) = Layout.Levels[Levels[region]];
        var ys = Vertical.Pixels(region, bin / Bins);
        var xs = Horizontal.Pixels(region, bin % Bins);
        var yWeights = Vertical.Weights(region, bin / Bins);
        var xWeights = Horizontal.Weights(region, bin % Bins);
        var count = 0;
        for (var y = 0; y < ys.Length; y++)
        {
            var line = ((Images[region] * height) + ys[y]) * width;
            for (var x = 0; x < xs.Length; x++, count++)
            {
                starts[count] = (line + xs[x]) * channels;
                weights[count] = yWeights[y] * xWeights[x];
            }
        }

        return count;
    }
}
