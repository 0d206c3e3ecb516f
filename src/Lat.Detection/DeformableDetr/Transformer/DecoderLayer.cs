using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// A layer of the decoder: queries look at each other, then at points of the image around their references, then a feed-forward layer.
/// The original's names.
/// </summary>
internal sealed class DecoderLayer : Module
{
    private readonly double _dropout;
    private readonly DeformableAttention _crossAttention;
    private readonly QueryAttention _selfAttention;
    private readonly LayerNorm _norm1, _norm2, _norm3;
    private readonly FeedForward _feedForward;

    public DecoderLayer(DeformableDetrOptions options) : base(nameof(DecoderLayer))
    {
        _dropout = options.Dropout;
        register_module("cross_attn", _crossAttention = new DeformableAttention(options, options.DecoderPoints));
        register_module("norm1", _norm1 = LayerNorm(options.Width));
        register_module("self_attn", _selfAttention = new QueryAttention(options));
        register_module("norm2", _norm2 = LayerNorm(options.Width));
        _feedForward = new FeedForward(options, register_module);
        register_module("norm3", _norm3 = LayerNorm(options.Width));
    }

    /// <param name="queries">[N, Q, C].</param>
    /// <param name="positions">[N, Q, C], added to a query wherever it looks.</param>
    /// <param name="references">[N, Q, L, 2 or 4], where it looks, in each level.</param>
    /// <param name="tokens">[N, S, C], what the encoder made of the image.</param>
    /// <param name="layout">How the tokens lie.</param>
    /// <param name="padding">[N, S, 1]; null for none.</param>
    /// <returns>[N, Q, C].</returns>
    public Tensor Decode(Tensor queries, Tensor positions, Tensor references, Tensor tokens, TokenLayout layout, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var talked = _selfAttention.Attend(queries.add(positions), queries);
        var mixed = _norm2.call(queries.add(functional.dropout(talked, _dropout, training)));
        var seen = _crossAttention.Attend(mixed.add(positions), references, tokens, layout, padding);
        mixed = _norm1.call(mixed.add(functional.dropout(seen, _dropout, training)));
        return scope.MoveToOuter(_norm3.call(_feedForward.Apply(mixed, training)));
    }
}
