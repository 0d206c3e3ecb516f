using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The sparse matrix [R * S * S, P] that RoIAlign is: a row is a bin, a column a pixel of the flattened pyramid. Written straight into
/// the memory of the tensors that libtorch reads.
/// </summary>
internal sealed class PoolingMatrix : IDisposable
{
    private readonly Tensor _indices, _weights;
    private readonly int _capacity;
    private int _count;

    /// <param name="capacity">Entries that will be added, exactly.</param>
    public PoolingMatrix(int capacity)
    {
        _capacity = capacity;
        (_indices, _weights) = (empty([2, capacity], int64), empty([capacity], float32));
    }

    /// <summary>The matrix on a device, of the type of what it will be multiplied with.</summary>
    public Tensor ToDevice(long rows, long columns, Tensor like)
    {
        using var indices = _indices.to(like.device);
        using var weights = _weights.to(like.dtype, like.device);
        return sparse_coo_tensor(indices, weights, [rows, columns]);
    }

    /// <summary>Appends the bins of one region.</summary>
    /// <param name="firstRow">The row of its first bin.</param>
    /// <param name="bins">Bins on each side.</param>
    /// <param name="firstPixel">The column of the map's first pixel.</param>
    /// <param name="width">Pixels in a row of the map.</param>
    public void Add(int firstRow, int bins, int firstPixel, int width, AxisTaps vertical, AxisTaps horizontal)
    {
        var added = vertical.Total * horizontal.Total;
        var indices = MemoryMarshal.Cast<byte, long>(_indices.bytes);
        var rows = indices.Slice(_count, added);
        var columns = indices.Slice(_capacity + _count, added);
        var weights = MemoryMarshal.Cast<byte, float>(_weights.bytes).Slice(_count, added);
        _count += added;
        var at = 0;
        for (var bin = 0; bin < bins * bins; bin++)
        {
            var ys = vertical.Pixels(bin / bins);
            var yWeights = vertical.Weights(bin / bins);
            var xs = horizontal.Pixels(bin % bins);
            var xWeights = horizontal.Weights(bin % bins);
            for (var y = 0; y < ys.Length; y++)
            {
                var line = firstPixel + ((long)ys[y] * width);
                for (var x = 0; x < xs.Length; x++, at++)
                {
                    rows[at] = firstRow + bin;
                    columns[at] = line + xs[x];
                    weights[at] = yWeights[y] * xWeights[x];
                }
            }
        }
    }

    public void Dispose()
    {
        _indices.Dispose();
        _weights.Dispose();
    }
}
