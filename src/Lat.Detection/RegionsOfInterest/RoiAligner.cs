using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// RoIAlign (He et al., 2017) over a feature pyramid with torchvision's numbers, as one product of a sparse matrix with the pixels of all
/// levels of all images: deterministic, forward and backward, and of the same cost however many maps there are.
/// </summary>
/// <param name="options">Bins, samples, alignment, canonical box size.</param>
/// <param name="strides">Pixels of the image per pixel of each level, finest first, doubling from level to level.</param>
public sealed class RoiAligner(RegionOptions options, IReadOnlyList<int> strides)
{
    private const int CanonicalLevel = 4;

    private readonly int _finest = (int)Math.Log2(strides[0]);

    /// <summary>Pools every region from the level that its size belongs to.</summary>
    /// <param name="levels">[N, C, h, w] each, as many as strides; more are left aside.</param>
    /// <param name="boxes">[R * 4] xyxy in pixels of the image.</param>
    /// <param name="images">[R] the image of each region.</param>
    /// <returns>[R, C, S, S], differentiable in the levels.</returns>
    public Tensor Pool(IReadOnlyList<Tensor> levels, ReadOnlySpan<float> boxes, ReadOnlySpan<int> images)
    {
        var pooled = levels.Take(strides.Count).ToList();
        return Pool(PyramidLayout.Flatten(pooled), PyramidLayout.Of(pooled), boxes, images);
    }

    /// <summary>The level, from 0, that a region is pooled from (Lin et al., 2017, equation 1).</summary>
    public int LevelOf(ReadOnlySpan<float> box)
    {
        var side = Math.Sqrt(Math.Max(BoxIou.Area(box), 0));

        // torchvision's small constant keeps a box of exactly a power of two on the upper level.
        var level = Math.Floor(CanonicalLevel + Math.Log2(side / options.CanonicalBoxSize) + 1e-6);
        return (int)Math.Clamp(level - _finest, 0, strides.Count - 1);
    }

    private Tensor Pool(Tensor pixels, PyramidLayout layout, ReadOnlySpan<float> boxes, ReadOnlySpan<int> images)
    {
        using var scope = NewDisposeScope();
        var bins = options.OutputSize;
        using var matrix = MatrixOf(layout, boxes, images);
        var sparse = matrix.ToDevice((long)images.Length * bins * bins, layout.PixelCount, pixels);
        var rows = sparse.mm(pixels);                                                           // [R * S * S, C]
        return scope.MoveToOuter(rows.view(images.Length, bins, bins, pixels.shape[1]).permute(0, 3, 1, 2));
    }

    private PoolingMatrix MatrixOf(PyramidLayout layout, ReadOnlySpan<float> boxes, ReadOnlySpan<int> images)
    {
        var (vertical, horizontal) = (new AxisTaps(options.OutputSize, options.SamplingRatio), new AxisTaps(options.OutputSize, options.SamplingRatio));
        var entries = 0;
        for (var region = 0; region < images.Length; region++)
        {
            FillTaps(boxes.Slice(region * 4, 4), layout, vertical, horizontal);
            entries += vertical.Total * horizontal.Total;
        }

        var matrix = new PoolingMatrix(entries);
        for (var region = 0; region < images.Length; region++)
        {
            var level = FillTaps(boxes.Slice(region * 4, 4), layout, vertical, horizontal);
            var firstRow = region * options.OutputSize * options.OutputSize;
            var firstPixel = layout.FirstPixel(level, images[region]);
            matrix.Add(firstRow, options.OutputSize, firstPixel, layout.Levels[level].Width, vertical, horizontal);
        }

        return matrix;
    }

    /// <summary>Works out both axes of a region; gives the level that it is pooled from.</summary>
    private int FillTaps(ReadOnlySpan<float> box, PyramidLayout layout, AxisTaps vertical, AxisTaps horizontal)
    {
        var level = LevelOf(box);
        var (height, width) = layout.Levels[level];
        var (x, columns) = Extent(box[0], box[2], strides[level]);
        var (y, lines) = Extent(box[1], box[3], strides[level]);
        horizontal.Fill(x, columns, width);
        vertical.Fill(y, lines, height);
        return level;
    }

    /// <summary>Start and length on the map. Unaligned regions are at least a pixel long and begin half a pixel late, as they always did.</summary>
    private (float Start, float Length) Extent(float from, float to, int stride)
    {
        var scale = 1f / stride;
        var shift = options.Aligned ? 0.5f : 0f;
        var (start, end) = ((from * scale) - shift, (to * scale) - shift);
        return (start, options.Aligned ? end - start : Math.Max(end - start, 1));
    }
}
