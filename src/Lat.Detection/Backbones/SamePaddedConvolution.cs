using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// A convolution with bias and TensorFlow's padding SAME: the output has ceil(size / stride) pixels, and an odd pixel of padding goes right and
/// bottom, where PyTorch's own padding would put it left and top.
/// </summary>
internal sealed class SamePaddedConvolution : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Parameter _weight, _bias;
    private readonly int _kernel, _stride, _groups;

    public SamePaddedConvolution(int input, int output, int kernel, int stride = 1, int groups = 1) : base(nameof(SamePaddedConvolution))
    {
        (_kernel, _stride, _groups) = (kernel, stride, groups);
        using var weight = zeros([output, input / groups, kernel, kernel]);
        using var bias = zeros([output]);
        register_parameter("weight", _weight = Parameter(weight));
        register_parameter("bias", _bias = Parameter(bias));
    }

    public override Tensor forward(Tensor input)
    {
        var (height, width) = (Padding(input.shape[2]), Padding(input.shape[3]));
        var isEven = height % 2 == 0 && width % 2 == 0;
        var padded = isEven ? input : functional.pad(input, [width / 2, width - (width / 2), height / 2, height - (height / 2)]);
        long[] padding = isEven ? [height / 2, width / 2] : [0, 0];
        return functional.conv2d(padded, _weight, _bias, strides: [_stride, _stride], padding: padding, groups: _groups);
    }

    /// <summary>Pixels of padding on both sides of an axis together.</summary>
    private long Padding(long size) => Math.Max(((((size + _stride - 1) / _stride) - 1) * _stride) + _kernel - size, 0);
}
