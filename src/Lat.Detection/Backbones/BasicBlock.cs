using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>Two 3x3 convolutions and a short cut (He et al., 2016); torchvision's names.</summary>
internal sealed class BasicBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d _conv1, _conv2;
    private readonly Module<Tensor, Tensor> _bn1, _bn2;
    private readonly Sequential? _downsample;

    public BasicBlock(int input, int output, int stride, NormPlan norm) : base(nameof(BasicBlock))
    {
        register_module("conv1", _conv1 = Convolutions.Plain(input, output, 3, stride));
        register_module("bn1", _bn1 = Convolutions.Norm(output, norm));
        register_module("conv2", _conv2 = Convolutions.Plain(output, output, 3));
        register_module("bn2", _bn2 = Convolutions.Norm(output, norm));
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
        x = _bn2.call(_conv2.call(x));
        return scope.MoveToOuter(x.add_(_downsample is null ? input : _downsample.call(input)).relu_());
    }
}
