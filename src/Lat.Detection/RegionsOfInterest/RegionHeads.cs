using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>The second stage's layers, `roi_heads`: `box_head` and `box_predictor` over pooled regions.</summary>
internal sealed class RegionHeads : Module<Tensor, (Tensor Logits, Tensor Offsets)>
{
    private readonly TwoLayerHead _head;
    private readonly BoxPredictor _predictor;

    public RegionHeads(DetectorOptions options, int classCount) : base(nameof(RegionHeads))
    {
        var regions = options.Regions;
        var inputs = options.FeatureChannels * regions.OutputSize * regions.OutputSize;
        register_module("box_head", _head = new TwoLayerHead(inputs, regions.HeadWidth));
        register_module("box_predictor", _predictor = new BoxPredictor(regions.HeadWidth, classCount, regions.ClassAgnosticBoxes));
    }

    public override (Tensor Logits, Tensor Offsets) forward(Tensor regions) => _predictor.call(_head.call(regions));
}
