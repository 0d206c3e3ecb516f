using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>The region proposal network, `rpn`: where in the image something is, of whatever class.</summary>
internal sealed class ProposalNetwork : Module<Tensor[], (Tensor Logits, Tensor Offsets)>
{
    private readonly ProposalOptions _options;
    private readonly AnchorOptions _anchors;
    private readonly IReadOnlyList<int> _strides;
    private readonly ProposalHead _head;
    private readonly ProposalSampler _sampler;
    private readonly ProposalSelector _training, _prediction;
    private AnchorGrid? _grid;
    private PyramidLayout? _gridLayout;

    public ProposalNetwork(DetectorOptions options, IReadOnlyList<int> strides) : base(nameof(ProposalNetwork))
    {
        (_options, _anchors, _strides) = (options.Proposals, options.Anchors, strides);
        register_module("head", _head = new ProposalHead(options.FeatureChannels, options.Anchors.Ratios.Count));
        _sampler = new ProposalSampler(_options);
        (_training, _prediction) = (new ProposalSelector(_options, training: true), new ProposalSelector(_options, training: false));
    }

    public override (Tensor Logits, Tensor Offsets) forward(Tensor[] levels) => _head.call(levels);

    /// <summary>The proposals of every image, [R * 4] xyxy, best first; no gradient flows through them.</summary>
    public IReadOnlyList<float[]> Select(Tensor[] levels, Tensor logits, Tensor offsets, IReadOnlyList<ImageSize> sizes)
    {
        var layout = PyramidLayout.Of(levels);
        var grid = GridOf(layout);
        using var logitValues = HostValues.Of(logits);
        using var offsetValues = HostValues.Of(offsets);
        var proposals = new float[sizes.Count][];
        for (var image = 0; image < proposals.Length; image++)
        {
            var selector = training ? _training : _prediction;
            proposals[image] = selector.Select(grid, layout, logitValues.Span, offsetValues.Span, image, sizes[image]);
        }

        return proposals;
    }

    /// <summary>
    /// Cross-entropy of objectness and (smooth) L1 of the offsets, both summed over the drawn anchors and divided by how many may be drawn
    /// (Detectron2).
    /// </summary>
    public IReadOnlyList<LossTerm> ComputeLosses(
        Tensor[] levels, Tensor logits, Tensor offsets, IReadOnlyList<ImageTargets> targets, RandomStream random)
    {
        var layout = PyramidLayout.Of(levels);
        var sample = _sampler.Draw(GridOf(layout), layout, targets, random);
        var scale = 1.0 / ((double)_options.BatchPerImage * targets.Count);
        return
        [
            new LossTerm("objectness", ProposalLosses.Objectness(logits, sample).mul(scale)),
            new LossTerm("proposal-box", ProposalLosses.Boxes(offsets, sample, _options.SmoothL1Beta).mul(scale)),
        ];
    }

    private AnchorGrid GridOf(PyramidLayout layout)
    {
        if (_grid is null || !_gridLayout!.Levels.SequenceEqual(layout.Levels))
        {
            (_grid, _gridLayout) = (new AnchorGrid(_anchors, _strides, layout.Levels), layout);
        }

        return _grid;
    }
}
