using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>A residual network and its feature pyramid, `body` and `fpn`: pixels to levels p2 to p6, finest first.</summary>
internal sealed class PyramidBackbone : Module<Tensor, Tensor[]>
{
    private readonly ResidualNetwork _body;
    private readonly FeaturePyramid _pyramid;

    public PyramidBackbone(DetectorOptions options) : base(nameof(PyramidBackbone))
    {
        register_module("body", _body = new ResidualNetwork(options));
        var channels = ResidualPlan.Of(options).OutputChannels;
        register_module("fpn", _pyramid = new FeaturePyramid(channels, options.FeatureChannels));
    }

    /// <summary>Pixels of the image per pixel of each level.</summary>
    public static IReadOnlyList<int> Strides { get; } = [4, 8, 16, 32, 64];

    public override Tensor[] forward(Tensor input) => _pyramid.call(_body.call(input));
}
