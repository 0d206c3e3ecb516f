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
    private PoolingMatrix(int capacity)
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

    /// <summary>The matrix of a plan.</summary>
    public static PoolingMatrix Of(PoolingPlan plan)
    {
        var entries = 0;
        for (var region = 0; region < plan.RegionCount; region++)
        {
            entries += plan.Vertical.Total(region) * plan.Horizontal.Total(region);
        }

        var matrix = new PoolingMatrix(entries);
        for (var region = 0; region < plan.RegionCount; region++)
        {
            matrix.Add(plan, region);
        }

        return matrix;
    }

    private void Add(PoolingPlan plan, int region)
    {
        var bins = plan.Bins * plan.Bins;
        var (starts, tapWeights) = (new int[plan.Vertical.LargestCount * plan.Horizontal.LargestCount], new float[plan.Vertical.LargestCount * plan.Horizontal.LargestCount]);
        var indices = MemoryMarshal.Cast<byte, long>(_indices.bytes);
        var weights = MemoryMarshal.Cast<byte, float>(_weights.bytes);
        var firstPixel = plan.Layout.FirstPixel(plan.Levels[region], 0);
        for (var bin = 0; bin < bins; bin++)
        {
            var count = plan.TapsOf(region, bin, 1, starts, tapWeights);
            indices.Slice(_count, count).Fill((region * bins) + bin);
            for (var tap = 0; tap < count; tap++)
            {
                indices[_capacity + _count + tap] = firstPixel + starts[tap];
            }

            tapWeights.AsSpan(0, count).CopyTo(weights[_count..]);
            _count += count;
        }
    }

    public void Dispose()
    {
        _indices.Dispose();
        _weights.Dispose();
    }
}
