using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>Two hidden layers over a pooled region, `fc6` and `fc7` as torchvision names them.</summary>
public sealed class TwoLayerHead : Module<Tensor, Tensor>
{
    private readonly Linear _fc6, _fc7;

    /// <param name="inputs">Numbers of a pooled region: C * S * S.</param>
    /// <param name="width">Width of both layers.</param>
    public TwoLayerHead(int inputs, int width) : base(nameof(TwoLayerHead))
    {
        register_module("fc6", _fc6 = Linear(inputs, width));
        register_module("fc7", _fc7 = Linear(width, width));
    }

    /// <summary>[R, C, S, S] to [R, width].</summary>
    public override Tensor forward(Tensor regions) => _fc7.call(_fc6.call(regions.flatten(1)).relu_()).relu_();
}
