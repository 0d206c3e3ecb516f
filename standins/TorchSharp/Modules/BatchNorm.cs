using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Normalization by the statistics of the batch, or by the running ones when not training.</summary>
public abstract class BatchNorm : NormBase
{
    /// <inheritdoc cref="NormBase"/>
    protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (training && num_batches_tracked is { } batches)
        {
            using var still = no_grad();
            batches.add_(1);
        }

        return functional.batch_norm(
            input, running_mean, running_var, weight, bias, training || running_mean is null, momentum ?? 0.1, eps);
    }
}
