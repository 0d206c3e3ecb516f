using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>A batch norm whose statistics and scales are constants: y = x * s + b, as torchvision's FrozenBatchNorm2d, with its buffer names.</summary>
internal sealed class FrozenBatchNorm : Module<Tensor, Tensor>
{
    private readonly double _epsilon;

    public FrozenBatchNorm(int channels, double epsilon) : base(nameof(FrozenBatchNorm))
    {
        _epsilon = epsilon;
        register_buffer("weight", ones([channels]));
        register_buffer("bias", zeros([channels]));
        register_buffer("running_mean", zeros([channels]));
        register_buffer("running_var", ones([channels]));
    }

    /// <summary>Changes its input, the output of a convolution that no gradient needs, instead of copying it twice.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        using var variance = get_buffer("running_var")!.add(_epsilon);
        using var deviation = variance.sqrt();
        using var scale = get_buffer("weight")!.div(deviation);
        using var shifted = get_buffer("running_mean")!.mul(scale);
        using var shift = get_buffer("bias")!.sub(shifted);
        return scope.MoveToOuter(input.mul_(scale.to(input.dtype).view(1, -1, 1, 1)).add_(shift.to(input.dtype).view(1, -1, 1, 1)));
    }
}
