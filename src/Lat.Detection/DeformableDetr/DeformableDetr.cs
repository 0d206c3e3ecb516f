using Lat.Core;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>
/// Deformable DETR (Zhu et al., 2021): a fixed number of queries look at the image through a transformer, and each finds one object or none, so that
/// nothing is suppressed afterwards. Parameters bear the original program's names. Logits have K columns, none for background.
/// </summary>
public sealed class DeformableDetr : DetectorNetwork
{
    private readonly DeformableDetrBackbone _backbone;
    private readonly InputProjection _projection;
    private readonly DeformableTransformer _transformer;
    private readonly SetHeads _heads;
    private readonly Embedding? _queries;
    private readonly SetPostprocessor _postprocessor;

    /// <param name="options">Gives the backbone and the pixels' mean and deviation; the rest of it is Faster R-CNN's.</param>
    /// <param name="detr">The architecture above the backbone.</param>
    /// <param name="classCount">Classes of all label spaces together: K.</param>
    /// <param name="initialization">Origin of the initial weights.</param>
    /// <param name="device">Where the network lives; null for the CPU.</param>
    public DeformableDetr(DetectorOptions options, DeformableDetrOptions detr, int classCount, Seed initialization, Device? device = null)
        : base(nameof(DeformableDetr), options, classCount, device)
    {
        Detr = detr;
        register_module("transformer", _transformer = new DeformableTransformer(detr));
        _heads = new SetHeads(detr, classCount, register_module);
        if (!detr.TwoStage)
        {
            register_module("query_embed", _queries = Embedding(detr.Queries, detr.Width * 2));
        }

        _backbone = new DeformableDetrBackbone(options);
        _projection = new InputProjection(_backbone.Channels, detr, register_module);
        register_module("backbone", ModuleList(_backbone));
        _postprocessor = new SetPostprocessor(detr);
        DeformableDetrInitialization.Apply(this, initialization);
        MoveToDevice();
    }

    /// <summary>The architecture above the backbone.</summary>
    public DeformableDetrOptions Detr { get; }

    /// <inheritdoc/>
    public override int SizeDivisor => 1;

    internal override WeightNames WeightNames => DeformableDetrNames.Of(Detr);

    /// <inheritdoc/>
    public override double LearningRateFactor(string parameter) => DeformableDetrNames.LearningRateFactor(parameter, Detr);

    /// <summary>The losses of a training step: class, box and overlap of the last layer of the decoder, then of the others, then of the proposals.</summary>
    public override LossTerms ComputeLosses(ImageBatch images, IReadOnlyList<ImageTargets> targets, DetectorLossOptions loss, RandomStream random)
    {
        using var scope = NewDisposeScope();
        var (layers, proposals) = Predict(images);
        var terms = new SetLosses(Detr, loss).Compute(layers, proposals, [.. targets.Zip(images.Sizes, (target, size) => new SetTargets(target, size))]);
        scope.MoveToOuter(terms.Terms.Select(term => term.Value));
        return terms;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EquatableArray<Detection>> Detect(ImageBatch images, LabelSpaceSlice? slice = null)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var (layers, _) = Predict(images);
        using var probabilities = HostValues.Of(layers[^1].Logits.sigmoid());
        using var boxes = HostValues.Of(layers[^1].Boxes);
        return _postprocessor.DetectionsOf(probabilities.Span, boxes.Span, ClassCount, slice ?? LabelSpaceSlice.Whole(ClassCount), images.Sizes);
    }

    /// <summary>What each layer of the decoder finds, and in the two-stage variant what the tokens propose.</summary>
    internal (IReadOnlyList<DecodedLayer> Layers, (Tensor Logits, Tensor Boxes)? Proposals) Predict(ImageBatch images)
    {
        using var scope = NewDisposeScope();
        var (tokens, layout, padding, ratios) = Encode(images);
        var start = _transformer.Start(_queries?.weight, tokens, layout, _heads);
        var layers = _transformer.Decode(start, tokens, layout, padding, ratios, _heads);
        scope.MoveToOuter(layers.SelectMany(layer => new[] { layer.Queries, layer.Logits, layer.Boxes }));
        if (start.Proposals is { } proposals)
        {
            scope.MoveToOuter(proposals.Logits, proposals.Boxes);
        }

        return (layers, start.Proposals);
    }

    /// <summary>The encoder's tokens [N, S, C], how they lie, where there is no image, and what share of each map there is.</summary>
    internal (Tensor Tokens, TokenLayout Layout, Tensor? Padding, Tensor Ratios) Encode(ImageBatch images)
    {
        using var scope = NewDisposeScope();
        var levels = _projection.Project(_backbone.call(images.Pixels));
        var canvas = new ImageSize((int)images.Pixels.shape[3], (int)images.Pixels.shape[2]);
        var layout = new TokenLayout(canvas, images.Sizes, [.. levels.Select(level => ((int)level.shape[2], (int)level.shape[3]))]);
        var padding = layout.HasPadding ? layout.Padding(Device) : null;
        var ratios = layout.ValidRatios(Device);
        var tokens = _transformer.Encode(levels, layout, padding, ratios);
        scope.MoveToOuter(tokens, ratios);
        if (padding is not null)
        {
            scope.MoveToOuter(padding);
        }

        return (tokens, layout, padding, ratios);
    }
}
