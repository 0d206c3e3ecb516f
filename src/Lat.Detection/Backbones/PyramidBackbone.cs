using Lat.Core;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>A residual network, or MobileNetV2, and its feature pyramid, `body` and `fpn`: pixels to levels, finest first: p2 to p6, or from a coarser one on.</summary>
internal sealed class PyramidBackbone : Module<Tensor, Tensor[]>
{
    private readonly Module<Tensor, Tensor[]> _body;
    private readonly FeaturePyramid _pyramid;
    private readonly int _skipped;

    public PyramidBackbone(DetectorOptions options) : base(nameof(PyramidBackbone))
    {
        register_module("body", _body = BodyOf(options));
        _skipped = options.FinestLevel - DetectorOptions.LowestLevel;
        var channels = ChannelsOf(options).Skip(_skipped).ToEquatableArray();
        register_module("fpn", _pyramid = new FeaturePyramid(channels, options.FeatureChannels));
        Strides = [.. Enumerable.Range(options.FinestLevel, DetectorOptions.PooledLevel - options.FinestLevel + 1).Select(level => 1 << level)];
    }

    /// <summary>Pixels of the image per pixel of each level.</summary>
    public IReadOnlyList<int> Strides { get; }

    public override Tensor[] forward(Tensor input) => _pyramid.call(_body.call(input)[_skipped..]);

    /// <summary>The network below, [N, 3, H, W] to maps of strides 4, 8, 16 and 32.</summary>
    internal static Module<Tensor, Tensor[]> BodyOf(DetectorOptions options) => options.Backbone == BackboneKind.MobileNetV2
        ? new MobileNetNetwork(options.FrozenStages, withHead: false)
        : new ResidualNetwork(options);

    /// <summary>Channels of those maps.</summary>
    internal static IReadOnlyList<int> ChannelsOf(DetectorOptions options) => options.Backbone == BackboneKind.MobileNetV2
        ? MobileNetNetwork.OutputChannels
        : ResidualPlan.Of(options).OutputChannels;
}
