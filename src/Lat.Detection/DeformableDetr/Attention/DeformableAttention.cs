using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Multi-scale deformable attention (Zhu et al., 2021, equation 3): a query looks, with each head, at a few points in each level around its
/// reference, and takes their mean with weights; points and weights it computes from itself. In plain tensor operations: points between pixels
/// are interpolated by `grid_sample`. The original's names. M heads, L levels, P points, D = C / M.
/// </summary>
internal sealed class DeformableAttention : Module
{
    private readonly int _heads, _levels, _points;
    private readonly Linear _offsets, _weights, _values, _output;

    public DeformableAttention(DeformableDetrOptions options, int points) : base(nameof(DeformableAttention))
    {
        (_heads, _levels, _points) = (options.Heads, options.Levels, points);
        var samples = options.Heads * options.Levels * points;
        register_module("sampling_offsets", _offsets = Linear(options.Width, samples * 2));
        register_module("attention_weights", _weights = Linear(options.Width, samples));
        register_module("value_proj", _values = Linear(options.Width, options.Width));
        register_module("output_proj", _output = Linear(options.Width, options.Width));
    }

    /// <param name="queries">[N, Q, C].</param>
    /// <param name="references">[N, Q, L, 2] points, or [N, Q, L, 4] boxes by centre and sides; shares of each level's map.</param>
    /// <param name="tokens">[N, S, C].</param>
    /// <param name="layout">How the tokens lie.</param>
    /// <param name="padding">[N, S, 1], true where there is no image; null for nowhere.</param>
    /// <returns>[N, Q, C].</returns>
    public Tensor Attend(Tensor queries, Tensor references, Tensor tokens, TokenLayout layout, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var (images, count, channels) = (queries.shape[0], queries.shape[1], queries.shape[2]);
        var values = _values.call(tokens);                                                    // [N, S, C]
        values = (padding is null ? values : values.masked_fill(padding, 0)).transpose(1, 2); // [N, C, S]
        var grids = Locations(queries, references, layout).mul(2).sub(1)
            .permute(3, 0, 2, 1, 4, 5).reshape(_levels, images * _heads, count, _points, 2);  // [L, N M, Q, P, 2]
        var weights = _weights.call(queries).view(images, count, _heads, _levels * _points).softmax(3)
            .view(images, count, _heads, _levels, _points)
            .permute(3, 0, 2, 1, 4).reshape(_levels, images * _heads, 1, count, _points);     // [L, N M, 1, Q, P]
        Tensor? sum = null;
        for (var level = 0; level < _levels; level++)
        {
            var (height, width) = layout.Levels[level];
            var map = values.narrow(2, layout.StartOf(level), height * width).reshape(images * _heads, channels / _heads, height, width);
            var samples = functional.grid_sample(map, grids.select(0, level), GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, false);
            var part = samples.mul(weights.select(0, level)).sum(3);                          // [N M, D, Q]
            sum = sum is null ? part : sum.add(part);
        }

        return scope.MoveToOuter(_output.call(sum!.view(images, channels, count).transpose(1, 2)));
    }

    /// <summary>[N, Q, M, L, P, 2] shares of each level's map.</summary>
    private Tensor Locations(Tensor queries, Tensor references, TokenLayout layout)
    {
        var (images, count) = (queries.shape[0], queries.shape[1]);
        var offsets = _offsets.call(queries).view(images, count, _heads, _levels, _points, 2);
        var centers = references.narrow(3, 0, 2).view(images, count, 1, _levels, 1, 2);
        if (references.shape[3] == 4)
        {
            var sides = references.narrow(3, 2, 2).view(images, count, 1, _levels, 1, 2);
            return offsets.div(_points).mul(sides).mul(0.5).add(centers);
        }

        var pixels = layout.Levels.SelectMany(level => new[] { (float)level.Width, level.Height }).ToArray();
        return offsets.div(tensor(pixels, [1, 1, 1, _levels, 1, 2], device: queries.device)).add(centers);
    }
}
