using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// DINOv2's vision transformer, frozen: [N, 3, H, W] to the patch tokens after chosen blocks. The names of its parameters are the published
/// checkpoints'. N images, T tokens of C channels: one for the class, the registers, then a patch each, row by row.
/// </summary>
internal sealed class VisionTransformerNetwork : Module<Tensor, Tensor>
{
    private const double NormEpsilon = 1e-6;

    private readonly VisionTransformerOptions _options;
    private readonly Parameter _classToken, _positions;
    private readonly Parameter? _registers;
    private readonly Sequential _patches;
    private readonly Block[] _blocks;
    private readonly LayerNorm _norm;

    public VisionTransformerNetwork(VisionTransformerOptions options) : base(nameof(VisionTransformerNetwork))
    {
        _options = options;
        var width = options.Width;
        register_parameter("cls_token", _classToken = New(0, 1, 1, width));
        register_parameter("pos_embed", _positions = New(0, 1, 1 + (options.Grid * options.Grid), width));
        if (options.RegisterTokens > 0)
        {
            register_parameter("register_tokens", _registers = New(0, 1, options.RegisterTokens, width));
        }

        // Stood for hidden patches in its training, and is in every checkpoint.
        register_parameter("mask_token", New(0, 1, width));
        register_module("patch_embed", _patches = Sequential(("proj", Conv2d(3, width, options.PatchSize, stride: options.PatchSize))));
        register_module("blocks", ModuleList(_blocks = [.. Enumerable.Range(0, options.Depth).Select(_ => new Block(options))]));
        register_module("norm", _norm = LayerNorm(width, NormEpsilon));
        foreach (var parameter in parameters())
        {
            parameter.requires_grad = false;
        }
    }

    /// <summary>The last block's normed patch tokens as a map, [N, C, H/p, W/p].</summary>
    public override Tensor forward(Tensor input) => Extract(input, [_options.Depth - 1]);

    /// <summary>The normed patch tokens after some blocks, counted from 0, as one map [N, C * blocks, H/p, W/p] in the order of the blocks.</summary>
    /// <param name="input">[N, 3, H, W], normalised; both sides multiples of the patch's.</param>
    /// <param name="blocks">Ascending.</param>
    public Tensor Extract(Tensor input, IReadOnlyList<int> blocks)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var (images, rows, columns) = (input.shape[0], input.shape[2] / _options.PatchSize, input.shape[3] / _options.PatchSize);
        var tokens = Embed(input, rows, columns);                                             // [N, T, C]
        var first = 1 + _options.RegisterTokens;
        var maps = new List<Tensor>(blocks.Count);
        for (var block = 0; block <= blocks[^1]; block++)
        {
            _blocks[block].call(tokens);
            if (blocks.Contains(block))
            {
                var patches = _norm.call(tokens).narrow(1, first, rows * columns);            // [N, h w, C]
                maps.Add(patches.transpose(1, 2).reshape(images, _options.Width, rows, columns));
            }
        }

        return scope.MoveToOuter(maps.Count == 1 ? maps[0].contiguous() : cat(maps, 1));
    }

    private static Parameter New(double value, params long[] shape)
    {
        using var values = full(shape, value, float32);
        return Parameter(values);
    }

    private Tensor Embed(Tensor input, long rows, long columns)
    {
        var images = input.shape[0];
        var patches = _patches.call(input).flatten(2).transpose(1, 2);                        // [N, h w, C]
        var tokens = cat([_classToken.expand(images, -1, -1), patches], 1).add_(Positions(rows, columns));
        return _registers is null
            ? tokens
            : cat([tokens.narrow(1, 0, 1), _registers.expand(images, -1, -1), tokens.narrow(1, 1, rows * columns)], 1);
    }

    /// <summary>The embeddings of the class's position and of rows x columns patches, [1, 1 + h w, C]; those of the grid are resized where it is another.</summary>
    private Tensor Positions(long rows, long columns)
    {
        var (grid, width, offset) = (_options.Grid, _options.Width, _options.InterpolationOffset);
        if (rows == grid && columns == grid)
        {
            return _positions;
        }

        var own = _positions.narrow(1, 1, grid * grid).reshape(1, grid, grid, width).permute(0, 3, 1, 2);

        // With an offset the scale is given and the size follows from it; the two differ by what the offset moves.
        var resized = offset > 0
            ? functional.interpolate(
                own, scale_factor: [(rows + offset) / grid, (columns + offset) / grid], mode: InterpolationMode.Bicubic, antialias: _options.InterpolationAntialias)
            : functional.interpolate(own, size: [rows, columns], mode: InterpolationMode.Bicubic, antialias: _options.InterpolationAntialias);
        return cat([_positions.narrow(1, 0, 1), resized.permute(0, 2, 3, 1).reshape(1, rows * columns, width)], 1);
    }

    /// <summary>Attention, then a feed-forward layer; each sees normed tokens, and is scaled per channel and added to them.</summary>
    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly LayerNorm _norm1, _norm2;
        private readonly Attention _attention;
        private readonly FeedForward _feedForward;
        private readonly LayerScale _scale1, _scale2;

        public Block(VisionTransformerOptions options) : base(nameof(Block))
        {
            register_module("norm1", _norm1 = LayerNorm(options.Width, NormEpsilon));
            register_module("attn", _attention = new Attention(options));
            register_module("ls1", _scale1 = new LayerScale(options.Width));
            register_module("norm2", _norm2 = LayerNorm(options.Width, NormEpsilon));
            register_module("mlp", _feedForward = new FeedForward(options));
            register_module("ls2", _scale2 = new LayerScale(options.Width));
        }

        /// <summary>Changes the tokens: nothing that is frozen needs what they were.</summary>
        public override Tensor forward(Tensor input)                                          // [N, T, C]
        {
            AddTo(input, _norm1, _attention, _scale1);
            AddTo(input, _norm2, _feedForward, _scale2);
            return input;
        }

        private static void AddTo(Tensor tokens, LayerNorm norm, Module<Tensor, Tensor> layer, LayerScale scale)
        {
            // Whatever is done with is freed at once here and in the layers: the next operator then writes where the cache is warm.
            using var normed = norm.call(tokens);
            using var residual = layer.call(normed);
            scale.AddTo(tokens, residual);
        }
    }

    private sealed class Attention : Module<Tensor, Tensor>
    {
        private readonly int _heads;
        private readonly Linear _queriesKeysValues, _projection;

        public Attention(VisionTransformerOptions options) : base(nameof(Attention))
        {
            _heads = options.Heads;
            register_module("qkv", _queriesKeysValues = Linear(options.Width, 3 * options.Width));
            register_module("proj", _projection = Linear(options.Width, options.Width));
        }

        public override Tensor forward(Tensor input)                                          // [N, T, C]
        {
            var (images, tokens, width) = (input.shape[0], input.shape[1], input.shape[2]);
            using var scope = NewDisposeScope();
            var mixed = Mix(input).transpose(1, 2).reshape(images, tokens, width);
            return _projection.call(mixed).MoveToOuterDisposeScope();
        }

        /// <summary>[N, heads, T, d]; queries, keys and values are freed before their mixture is used.</summary>
        private Tensor Mix(Tensor input)
        {
            using var scope = NewDisposeScope();
            var (images, tokens, width) = (input.shape[0], input.shape[1], input.shape[2]);
            var parts = _queriesKeysValues.call(input)
                .view(images, tokens, 3, _heads, width / _heads).permute(2, 0, 3, 1, 4).unbind();                   // 3 x [N, heads, T, d]
            return functional.scaled_dot_product_attention(parts[0], parts[1], parts[2]).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Two linear layers with GELU between them, or SwiGLU.</summary>
    private sealed class FeedForward : Module<Tensor, Tensor>
    {
        private readonly bool _gated;
        private readonly Linear _first, _last;

        public FeedForward(VisionTransformerOptions options) : base(nameof(FeedForward))
        {
            _gated = options.Gated;
            register_module(_gated ? "w12" : "fc1", _first = Linear(options.Width, _gated ? 2 * options.HiddenWidth : options.HiddenWidth));
            register_module(_gated ? "w3" : "fc2", _last = Linear(options.HiddenWidth, options.Width));
        }

        public override Tensor forward(Tensor input)                                          // [N, T, C]
        {
            using var scope = NewDisposeScope();
            var hidden = _first.call(input);                                                  // [N, T, h], gated [N, T, 2 h]
            if (!_gated)
            {
                return _last.call(functional.gelu(hidden, inplace: true)).MoveToOuterDisposeScope();
            }

            var halves = hidden.chunk(2, -1);
            return _last.call(functional.silu(halves[0]).mul_(halves[1])).MoveToOuterDisposeScope();
        }
    }

    /// <summary>A factor per channel (Touvron et al., 2021).</summary>
    private sealed class LayerScale : Module<Tensor, Tensor>
    {
        private readonly Parameter _gamma;

        public LayerScale(int width) : base(nameof(LayerScale)) => register_parameter("gamma", _gamma = New(1, width));

        public override Tensor forward(Tensor input) => input.mul(_gamma);

        /// <summary>Adds a scaled residual to the tokens in one pass.</summary>
        public void AddTo(Tensor tokens, Tensor residual) => tokens.addcmul_(residual, _gamma, 1);
    }
}
