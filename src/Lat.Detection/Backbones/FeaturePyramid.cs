using Lat.Core;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// A feature pyramid (Lin et al., 2017): every level has the same channels and sees what the coarser ones saw. torchvision's names:
/// `inner_blocks.0.0` is the 1x1 convolution of the finest map, `layer_blocks.0.0` the 3x3 one after the sum.
/// </summary>
internal sealed class FeaturePyramid : Module<Tensor[], Tensor[]>
{
    private readonly Sequential[] _inner, _layer;

    public FeaturePyramid(EquatableArray<int> inputChannels, int channels) : base(nameof(FeaturePyramid))
    {
        _inner = [.. inputChannels.Select(input => Layer(input, channels, 1))];
        _layer = [.. inputChannels.Select(_ => Layer(channels, channels, 3))];
        register_module("inner_blocks", ModuleList(_inner));
        register_module("layer_blocks", ModuleList(_layer));
    }

    /// <summary>Maps of doubling strides to a level each, and one more: every second pixel of the coarsest.</summary>
    public override Tensor[] forward(Tensor[] maps)
    {
        using var scope = NewDisposeScope();
        var levels = new Tensor[maps.Length + 1];
        var top = _inner[^1].call(maps[^1]);
        levels[maps.Length - 1] = _layer[^1].call(top);
        for (var level = maps.Length - 2; level >= 0; level--)
        {
            var lateral = _inner[level].call(maps[level]);
            top = lateral.add_(functional.interpolate(top, size: [lateral.shape[2], lateral.shape[3]], mode: InterpolationMode.Nearest));
            levels[level] = _layer[level].call(top);
        }

        levels[^1] = functional.max_pool2d(levels[^2], 1, stride: 2);
        scope.MoveToOuter(levels);
        return levels;
    }

    private static Sequential Layer(int input, int output, int kernel) =>
        Sequential(("0", Conv2d(input, output, kernel, padding: kernel / 2)));
}
