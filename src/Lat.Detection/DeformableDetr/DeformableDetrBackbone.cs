using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>A residual network, or MobileNetV2, `body`, of which the maps of strides 8, 16 and 32 are used.</summary>
internal sealed class DeformableDetrBackbone : Module<Tensor, Tensor[]>
{
    /// <summary>Maps of the network below that are not used: that of stride 4.</summary>
    private const int Skipped = 1;

    private readonly Module<Tensor, Tensor[]> _body;

    public DeformableDetrBackbone(DetectorOptions options) : base(nameof(DeformableDetrBackbone))
    {
        register_module("body", _body = PyramidBackbone.BodyOf(options));
        Channels = [.. PyramidBackbone.ChannelsOf(options).Skip(Skipped)];
    }

    /// <summary>Of each map.</summary>
    public IReadOnlyList<int> Channels { get; }

    /// <summary>[N, 3, H, W] to three maps, finest first.</summary>
    public override Tensor[] forward(Tensor input)
    {
        var maps = _body.call(input);
        maps[0].Dispose();
        return maps[Skipped..];
    }
}
