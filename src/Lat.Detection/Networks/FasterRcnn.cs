using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>
/// Faster R-CNN with a feature pyramid (Ren et al., 2015; Lin et al., 2017). Parameters bear torchvision's names
/// (`backbone.body…`, `backbone.fpn…`, `rpn.head…`, `roi_heads…`), so that published weights of the same architecture load.
/// Logits have 1 + K columns; column 0 is background.
/// </summary>
public sealed class FasterRcnn : DetectorNetwork
{
    private readonly PyramidBackbone _backbone;
    private readonly ProposalNetwork _proposals;
    private readonly RegionHeads _heads;
    private readonly RoiAligner _aligner;
    private readonly RegionSampler _sampler;

    /// <param name="options">The architecture.</param>
    /// <param name="classCount">Classes of all label spaces together, without background: K.</param>
    /// <param name="initialization">Origin of the initial weights.</param>
    /// <param name="device">Where the network lives; null for the CPU.</param>
    public FasterRcnn(DetectorOptions options, int classCount, Seed initialization, Device? device = null)
        : base(nameof(FasterRcnn), options, classCount, device)
    {
        register_module("backbone", _backbone = new PyramidBackbone(options));
        register_module("rpn", _proposals = new ProposalNetwork(options, _backbone.Strides));
        register_module("roi_heads", _heads = new RegionHeads(options, classCount));
        _aligner = new RoiAligner(options.Regions, [.. RegionStrides]);
        _sampler = new RegionSampler(options.Regions);
        DetectorInitialization.Apply(this, initialization);
        MoveToDevice();
    }

    /// <summary>What convolutions and linear layers compute in; norms, pooling and losses are float32 always. Default float32.</summary>
    public ScalarType ComputeType { get; private set; } = float32;

    /// <summary>Pixels of the image per pixel of each map that <see cref="ExtractFeatures"/> gives: p2 to p6 by default.</summary>
    public IReadOnlyList<int> FeatureStrides => _backbone.Strides;

    /// <summary>The strides of the maps that regions are pooled from: all but the coarsest.</summary>
    public IReadOnlyList<int> RegionStrides => [.. _backbone.Strides.SkipLast(1)];

    internal override WeightNames WeightNames { get; } = new("backbone.body.", "roi_heads.box_predictor.") { Today = PublishedNames.Today };

    /// <summary>[N, 3, H, W] to the pyramid's maps, [N, C, H / s, W / s], finest first.</summary>
    public IReadOnlyList<Tensor> ExtractFeatures(Tensor pixels) => _backbone.call(pixels);

    /// <summary>The four losses of a training step: objectness, proposal-box, class, box.</summary>
    public override LossTerms ComputeLosses(ImageBatch images, IReadOnlyList<ImageTargets> targets, DetectorLossOptions loss, RandomStream random)
    {
        // From here on the graph alone holds what the backward pass needs, and frees it as it goes.
        using var scope = NewDisposeScope();
        var levels = _backbone.call(ToCompute(images.Pixels));                                // [N, C, h, w] each
        var (anchorLogits, anchorOffsets) = ToFull(_proposals.call(levels));                  // [P * A], [P * A, 4]
        var firstStage = _proposals.ComputeLosses(levels, anchorLogits, anchorOffsets, targets, random);
        var proposals = _proposals.Select(levels, anchorLogits, anchorOffsets, images.Sizes);
        var sample = _sampler.Draw(proposals, targets, random);
        var pooled = ToCompute(_aligner.Pool([.. levels.Select(ToFull)], sample.Boxes, sample.Images));
        var (logits, offsets) = ToFull(_heads.call(pooled));                                  // [R, 1 + K], [R, (1 + K) * 4]
        LossTerm[] terms = [.. firstStage, .. RegionLosses.Compute(logits, offsets, sample, loss)];
        scope.MoveToOuter(terms.Select(term => term.Value));
        return new LossTerms(terms);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EquatableArray<Detection>> Detect(ImageBatch images, LabelSpaceSlice? slice = null)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var levels = _backbone.call(images.Pixels);
        var (anchorLogits, anchorOffsets) = _proposals.call(levels);
        var proposals = _proposals.Select(levels, anchorLogits, anchorOffsets, images.Sizes);
        int[] owners = [.. proposals.SelectMany((boxes, image) => Enumerable.Repeat(image, boxes.Length / 4))];
        if (owners.Length == 0)
        {
            return [.. proposals.Select(_ => EquatableArray<Detection>.Empty)];
        }

        var answer = slice ?? LabelSpaceSlice.Whole(ClassCount);
        var (logits, offsets) = _heads.call(_aligner.Pool(levels, proposals.SelectMany(boxes => boxes).ToArray(), owners));
        using var probabilities = HostValues.Of(LabelSpaceMask.Apply(logits, answer).softmax(1));
        using var boxOffsets = HostValues.Of(offsets);
        return new RegionPostprocessor(Options.Regions, ClassCount, answer)
            .DetectionsOf(proposals, probabilities.Span, boxOffsets.Span, images.Sizes);
    }

    /// <summary>
    /// Lets convolutions and linear layers compute in another type, weights and all; for training only, on a copy of the network that
    /// holds the weights in float32.
    /// </summary>
    internal void ComputeIn(ScalarType type)
    {
        foreach (var layer in modules().Where(layer => layer is TorchSharp.Modules.Conv2d or TorchSharp.Modules.Linear))
        {
            layer.to(type);
        }

        ComputeType = type;
    }

    private Tensor ToCompute(Tensor values) => ComputeType == float32 ? values : values.to(ComputeType);

    private Tensor ToFull(Tensor values) => ComputeType == float32 ? values : values.to(float32);

    private (Tensor Logits, Tensor Offsets) ToFull((Tensor Logits, Tensor Offsets) values) => (ToFull(values.Logits), ToFull(values.Offsets));
}
