using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Encoder and decoder: maps of all levels to tokens that know of each other, and these to what each query found. The original's names: `encoder`,
/// `decoder`, `level_embed`, and `reference_points` or the four layers of the two-stage variant.
/// </summary>
internal sealed class DeformableTransformer : Module
{
    private readonly DeformableDetrOptions _options;
    private readonly LayerStack<EncoderLayer> _encoder;
    private readonly LayerStack<DecoderLayer> _decoder;
    private readonly Parameter _levels;
    private readonly Linear? _references;
    private readonly EncoderProposals? _proposals;

    public DeformableTransformer(DeformableDetrOptions options) : base(nameof(DeformableTransformer))
    {
        _options = options;
        register_module("encoder", _encoder = new LayerStack<EncoderLayer>(options.EncoderLayers, () => new EncoderLayer(options)));
        register_module("decoder", _decoder = new LayerStack<DecoderLayer>(options.DecoderLayers, () => new DecoderLayer(options)));
        using var levels = zeros([options.Levels, options.Width]);
        register_parameter("level_embed", _levels = Parameter(levels));
        if (options.TwoStage)
        {
            _proposals = new EncoderProposals(options, register_module);
        }
        else
        {
            register_module("reference_points", _references = Linear(options.Width, 2));
        }
    }

    /// <param name="levels">[N, C, h, w] each.</param>
    /// <param name="layout">How their pixels lie as tokens.</param>
    /// <param name="padding">[N, S, 1], true where there is no image; null for nowhere.</param>
    /// <param name="ratios">[N, L, 2], <see cref="TokenLayout.ValidRatios"/>.</param>
    /// <returns>[N, S, C].</returns>
    public Tensor Encode(IReadOnlyList<Tensor> levels, TokenLayout layout, Tensor? padding, Tensor ratios)
    {
        using var scope = NewDisposeScope();
        var tokens = cat(levels.Select(level => level.flatten(2).transpose(1, 2)).ToArray(), 1);                           // [N, S, C]
        var names = cat(layout.Levels.Select((level, index) => _levels.narrow(0, index, 1).expand(level.Height * level.Width, -1)).ToArray(), 0);
        var positions = SinePositions.Of(layout, _options.Width, tokens.device).add(names);                                // [N, S, C]
        var references = tensor(layout.Centers(), [layout.ImageCount, layout.TokenCount, 1, 2], device: tokens.device).mul(ratios.unsqueeze(1));
        foreach (var layer in _encoder.Layers)
        {
            tokens = layer.Encode(tokens, positions, references, layout, padding);
        }

        return scope.MoveToOuter(tokens);
    }

    /// <summary>The queries as they start: learned ones, the same for every image, or in the two-stage variant the best of what the tokens propose.</summary>
    /// <param name="embeddings">[Q, 2 C], positions and contents of learned queries; null in the two-stage variant.</param>
    /// <param name="tokens">[N, S, C].</param>
    /// <param name="layout">How the tokens lie.</param>
    /// <param name="heads">Give the tokens scores and boxes.</param>
    public QueryStart Start(Tensor? embeddings, Tensor tokens, TokenLayout layout, SetHeads heads)
    {
        if (_proposals is not null)
        {
            return _proposals.Propose(tokens, layout, heads);
        }

        using var scope = NewDisposeScope();
        var halves = embeddings!.unsqueeze(0).expand(layout.ImageCount, -1, -1).chunk(2, 2);
        return new QueryStart(halves[1], halves[0], _references!.call(halves[0]).sigmoid(), null).MoveFrom(scope);
    }

    /// <returns>Of each layer, the queries [N, Q, C] as it left them, and what they found.</returns>
    public IReadOnlyList<DecodedLayer> Decode(QueryStart start, Tensor tokens, TokenLayout layout, Tensor? padding, Tensor ratios, SetHeads heads)
    {
        using var scope = NewDisposeScope();
        var decoded = new DecodedLayer[_decoder.Layers.Count];
        var (queries, references) = (start.Contents, start.References);
        for (var layer = 0; layer < decoded.Length; layer++)
        {
            var shares = references.shape[2] == 4 ? cat([ratios, ratios], 2) : ratios;
            queries = _decoder.Layers[layer].Decode(queries, start.Positions, references.unsqueeze(2).mul(shares.unsqueeze(1)), tokens, layout, padding);
            var boxes = Moved(references, heads.BoxesOf(layer, queries));
            decoded[layer] = new DecodedLayer(queries, heads.ClassesOf(layer, queries), boxes);
            references = _options.RefinesBoxes ? boxes.detach() : references;
        }

        scope.MoveToOuter(decoded.SelectMany(layer => new[] { layer.Queries, layer.Logits, layer.Boxes }));
        return decoded;
    }

    /// <summary>References [N, Q, 2 or 4] moved by what a query says, [N, Q, 4], to boxes [N, Q, 4]. A point has no sides to start from.</summary>
    private static Tensor Moved(Tensor references, Tensor change)
    {
        var start = InverseSigmoid.Of(references);
        return (references.shape[2] == 4
            ? change.add(start)
            : cat([change.narrow(2, 0, 2).add(start), change.narrow(2, 2, 2)], 2)).sigmoid();
    }
}
