using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// A residual network without its classifier: [N, 3, H, W] to four maps of strides 4, 8, 16 and 32. ResNets have torchvision's names
/// (`conv1`, `bn1`, `layer1.0.conv1`, …); the small network has a stem of two 3x3 convolutions instead of a 7x7 and a pooling.
/// </summary>
internal sealed class ResidualNetwork : Module<Tensor, Tensor[]>
{
    private readonly Conv2d _conv1;
    private readonly Module<Tensor, Tensor> _bn1;
    private readonly Conv2d? _conv2;
    private readonly Module<Tensor, Tensor>? _bn2;
    private readonly Sequential[] _layers;

    public ResidualNetwork(DetectorOptions options) : base(nameof(ResidualNetwork))
    {
        var (plan, norm) = (ResidualPlan.Of(options), NormPlan.Of(options));
        register_module("conv1", _conv1 = Convolutions.Plain(3, plan.StemChannels, plan.HasSmallStem ? 3 : 7, 2));
        register_module("bn1", _bn1 = Convolutions.Norm(plan.StemChannels, norm));
        var channels = plan.StemChannels;
        if (plan.HasSmallStem)
        {
            channels = plan.Widths[0];
            register_module("conv2", _conv2 = Convolutions.Plain(plan.StemChannels, channels, 3, 2));
            register_module("bn2", _bn2 = Convolutions.Norm(channels, norm));
        }

        _layers = new Sequential[plan.Widths.Count];
        for (var stage = 0; stage < _layers.Length; stage++)
        {
            var blocks = new (string, Module<Tensor, Tensor>)[plan.Depths[stage]];
            for (var block = 0; block < blocks.Length; block++)
            {
                var stride = block == 0 && stage > 0 ? 2 : 1;
                blocks[block] = ($"{block}", plan.HasBottlenecks
                    ? new Bottleneck(channels, plan.Widths[stage], stride, norm)
                    : new BasicBlock(channels, plan.Widths[stage], stride, norm));
                channels = plan.OutputChannels[stage];
            }

            register_module($"layer{stage + 1}", _layers[stage] = Sequential(blocks));
        }

        Freeze(options.FrozenStages);
    }

    public override Tensor[] forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = _bn1.call(_conv1.call(input)).relu_();                                        // [N, stem, H/2, W/2]
        x = _conv2 is null
            ? functional.max_pool2d(x, 3, stride: 2, padding: 1)
            : _bn2!.call(_conv2.call(x)).relu_();                                             // [N, c, H/4, W/4]
        var maps = new Tensor[_layers.Length];
        for (var stage = 0; stage < maps.Length; stage++)
        {
            maps[stage] = x = _layers[stage].call(x);                                         // [N, c_s, H/2^(2+s), W/2^(2+s)]
        }

        scope.MoveToOuter(maps);
        return maps;
    }

    private void Freeze(int stages)
    {
        Module?[] parts = [_conv1, _bn1, _conv2, _bn2];
        foreach (var part in parts.Where(_ => stages > 0).Concat(_layers.Take(stages - 1)))
        {
            foreach (var parameter in part?.parameters() ?? [])
            {
                parameter.requires_grad = false;
            }
        }
    }
}
