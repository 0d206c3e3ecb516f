using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>The few shapes of layers that residual networks are made of.</summary>
internal static class Convolutions
{
    /// <summary>A convolution without bias that keeps the size at stride 1.</summary>
    public static Conv2d Plain(int input, int output, int kernel, int stride = 1) =>
        Conv2d(input, output, kernel, stride: stride, padding: kernel / 2, bias: false);

    /// <summary>A batch norm, trained or constant.</summary>
    public static Module<Tensor, Tensor> Norm(int channels, NormPlan norm) =>
        norm.Frozen ? new FrozenBatchNorm(channels, norm.Epsilon) : BatchNorm2d(channels, eps: norm.Epsilon);
}
