using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>1x1, 3x3 and 1x1 convolutions and a short cut, the stride in the 3x3 (ResNet v1.5); torchvision's names.</summary>
internal sealed class Bottleneck : Module<Tensor, Tensor>
{
    /// <summary>Output channels for each channel of the 3x3 convolution.</summary>
    public const int Expansion = 4;

    private readonly Conv2d _conv1, _conv2, _conv3;
    private readonly Module<Tensor, Tensor> _bn1, _bn2, _bn3;
    private readonly Sequential? _downsample;

    public Bottleneck(int input, int width, int stride, NormPlan norm) : base(nameof(Bottleneck))
    {
        var output = width * Expansion;
        register_module("conv1", _conv1 = Convolutions.Plain(input, width, 1));
        register_module("bn1", _bn1 = Convolutions.Norm(width, norm));
        register_module("conv2", _conv2 = Convolutions.Plain(width, width, 3, stride));
        register_module("bn2", _bn2 = Convolutions.Norm(width, norm));
        register_module("conv3", _conv3 = Convolutions.Plain(width, output, 1));
        register_module("bn3", _bn3 = Convolutions.Norm(output, norm));
        if (stride != 1 || input != output)
        {
            _downsample = Sequential(("0", Convolutions.Plain(input, output, 1, stride)), ("1", Convolutions.Norm(output, norm)));
            register_module("downsample", _downsample);
        }
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = _bn1.call(_conv1.call(input)).relu_();
        x = _bn2.call(_conv2.call(x)).relu_();
        x = _bn3.call(_conv3.call(x));
        return scope.MoveToOuter(x.add_(_downsample is null ? input : _downsample.call(input)).relu_());
    }
}
