using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>A layer of the encoder: every token looks at points around itself in all levels, then a feed-forward layer. The original's names.</summary>
internal sealed class EncoderLayer : Module
{
    private readonly double _dropout;
    private readonly DeformableAttention _attention;
    private readonly LayerNorm _norm1, _norm2;
    private readonly FeedForward _feedForward;

    public EncoderLayer(DeformableDetrOptions options) : base(nameof(EncoderLayer))
    {
        _dropout = options.Dropout;
        register_module("self_attn", _attention = new DeformableAttention(options, options.EncoderPoints));
        register_module("norm1", _norm1 = LayerNorm(options.Width));
        _feedForward = new FeedForward(options, register_module);
        register_module("norm2", _norm2 = LayerNorm(options.Width));
    }

    /// <param name="tokens">[N, S, C].</param>
    /// <param name="positions">[N, S, C], where each token is.</param>
    /// <param name="references">[N, S, L, 2], its middle in each level.</param>
    /// <param name="layout">How the tokens lie.</param>
    /// <param name="padding">[N, S, 1]; null for none.</param>
    /// <returns>[N, S, C].</returns>
    public Tensor Encode(Tensor tokens, Tensor positions, Tensor references, TokenLayout layout, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var seen = _attention.Attend(tokens.add(positions), references, tokens, layout, padding);
        var mixed = _norm1.call(tokens.add(functional.dropout(seen, _dropout, training)));
        return scope.MoveToOuter(_norm2.call(_feedForward.Apply(mixed, training)));
    }
}
