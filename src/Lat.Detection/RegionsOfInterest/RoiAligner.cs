using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// RoIAlign (He et al., 2017) over a feature pyramid with torchvision's numbers, deterministic forward and backward: on the CPU by loops of
/// its own (<see cref="RegionPooling"/>), elsewhere as one product of a sparse matrix with the pixels of all levels of all images.
/// </summary>
/// <param name="options">Bins, samples, alignment, canonical box size.</param>
/// <param name="strides">
/// Pixels of the image per pixel of each level, finest first, doubling from level to level. Where they are no powers of two (14, 3.5), a level
/// takes the regions of the nearest power.
/// </param>
public sealed class RoiAligner(RegionOptions options, IReadOnlyList<double> strides)
{
    private const int CanonicalLevel = 4;

    private readonly int _finest = (int)Math.Round(Math.Log2(strides[0]));

    /// <summary>Pools every region from the level that its size belongs to.</summary>
    /// <param name="levels">[N, C, h, w] each, as many as strides; more are left aside.</param>
    /// <param name="boxes">[R * 4] xyxy in pixels of the image.</param>
    /// <param name="images">[R] the image of each region.</param>
    /// <returns>[R, C, S, S], differentiable in the levels.</returns>
    public Tensor Pool(IReadOnlyList<Tensor> levels, ReadOnlySpan<float> boxes, ReadOnlySpan<int> images)
    {
        var pooled = levels.Take(strides.Count).ToList();
        var plan = PlanOf(PyramidLayout.Of(pooled), boxes, images);
        return RegionPooling.Supports(pooled, images.Length, options.OutputSize) ? RegionPooling.Pool(plan, pooled) : PoolByMatrix(plan, pooled);
    }

    /// <summary>The same by the sparse matrix, on any device and in any floating-point type.</summary>
    internal Tensor PoolByMatrix(IReadOnlyList<Tensor> levels, ReadOnlySpan<float> boxes, ReadOnlySpan<int> images) =>
        PoolByMatrix(PlanOf(PyramidLayout.Of(levels), boxes, images), levels);

    /// <summary>The level, from 0, that a region is pooled from (Lin et al., 2017, equation 1).</summary>
    public int LevelOf(ReadOnlySpan<float> box)
    {
        var side = Math.Sqrt(Math.Max(BoxIou.Area(box), 0));

        // torchvision's small constant keeps a box of exactly a power of two on the upper level.
        var level = Math.Floor(CanonicalLevel + Math.Log2(side / options.CanonicalBoxSize) + 1e-6);
        return (int)Math.Clamp(level - _finest, 0, strides.Count - 1);
    }

    private static Tensor PoolByMatrix(PoolingPlan plan, IReadOnlyList<Tensor> levels)
    {
        using var scope = NewDisposeScope();
        var pixels = PyramidLayout.Flatten(levels);
        using var matrix = PoolingMatrix.Of(plan);
        var sparse = matrix.ToDevice((long)plan.RegionCount * plan.Bins * plan.Bins, plan.Layout.PixelCount, pixels);
        var rows = sparse.mm(pixels);                                                           // [R * S * S, C]
        return scope.MoveToOuter(rows.view(plan.RegionCount, plan.Bins, plan.Bins, pixels.shape[1]).permute(0, 3, 1, 2));
    }

    private PoolingPlan PlanOf(PyramidLayout layout, ReadOnlySpan<float> boxes, ReadOnlySpan<int> images)
    {
        var vertical = new AxisTaps(images.Length, options.OutputSize, options.SamplingRatio);
        var horizontal = new AxisTaps(images.Length, options.OutputSize, options.SamplingRatio);
        var levels = new int[images.Length];
        for (var region = 0; region < images.Length; region++)
        {
            var box = boxes.Slice(region * 4, 4);
            var level = levels[region] = LevelOf(box);
            var (height, width) = layout.Levels[level];
            var (x, columns) = Extent(box[0], box[2], strides[level]);
            var (y, lines) = Extent(box[1], box[3], strides[level]);
            horizontal.Add(x, columns, width);
            vertical.Add(y, lines, height);
        }

        return new PoolingPlan(layout, options.OutputSize, levels, images.ToArray(), vertical, horizontal);
    }

    /// <summary>Start and length on the map. Unaligned regions are at least a pixel long and begin half a pixel late, as they always did.</summary>
    private (float Start, float Length) Extent(float from, float to, double stride)
    {
        var scale = 1f / (float)stride;
        var shift = options.Aligned ? 0.5f : 0f;
        var (start, end) = ((from * scale) - shift, (to * scale) - shift);
        return (start, options.Aligned ? end - start : Math.Max(end - start, 1));
    }
}
