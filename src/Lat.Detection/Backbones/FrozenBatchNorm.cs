using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>A batch norm whose statistics and scales are constants: y = x * s + b, as torchvision's FrozenBatchNorm2d, with its buffer names.</summary>
internal sealed class FrozenBatchNorm : Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-5;

    public FrozenBatchNorm(int channels) : base(nameof(FrozenBatchNorm))
    {
        register_buffer("weight", ones([channels]));
        register_buffer("bias", zeros([channels]));
        register_buffer("running_mean", zeros([channels]));
        register_buffer("running_var", ones([channels]));
    }

    public override Tensor forward(Tensor input)
    {
        using var variance = get_buffer("running_var")!.add(Epsilon);
        using var deviation = variance.sqrt();
        using var scale = get_buffer("weight")!.div(deviation);
        using var shifted = get_buffer("running_mean")!.mul(scale);
        using var shift = get_buffer("bias")!.sub(shifted);
        using var scaled = input.mul(scale.view(1, -1, 1, 1));
        return scaled.add(shift.view(1, -1, 1, 1));
    }
}
