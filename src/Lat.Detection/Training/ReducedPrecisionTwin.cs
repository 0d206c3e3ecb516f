using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// A second detector that the passes are computed with in bfloat16, while the first keeps the weights in float32 (Micikevicius et al., 2018,
/// section 3.1): before a step the weights are rounded into the twin, after it the gradients come back widened and the running statistics
/// with them. The loop, its averages and its checkpoints see only the first.
/// </summary>
internal sealed class ReducedPrecisionTwin : IDisposable
{
    private readonly List<(Tensor Master, Tensor Twin)> _parameters, _buffers;

    public ReducedPrecisionTwin(FasterRcnn master)
    {
        Network = new FasterRcnn(master.Options, master.ClassCount, default, master.Device);
        Network.ComputeIn(bfloat16);
        Network.train();
        var (parameters, buffers) = (
            Network.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter, StringComparer.Ordinal),
            Network.named_buffers().ToDictionary(entry => entry.name, entry => entry.buffer, StringComparer.Ordinal));
        _parameters = [.. master.named_parameters().Select(entry => ((Tensor)entry.parameter, (Tensor)parameters[entry.name]))];
        _buffers = [.. master.named_buffers().Select(entry => (entry.buffer, buffers[entry.name]))];
    }

    /// <summary>Computes in bfloat16.</summary>
    public FasterRcnn Network { get; }

    /// <summary>Rounds the weights into the twin, and forgets its gradients.</summary>
    public void TakeWeights()
    {
        using var frozen = no_grad();
        foreach (var (master, twin) in _parameters)
        {
            twin.copy_(master);
            twin.grad = null;
        }

        foreach (var (master, twin) in _buffers)
        {
            twin.copy_(master);
        }
    }

    /// <summary>Gives the gradients and the running statistics to the first network.</summary>
    public void GiveGradients()
    {
        using var frozen = no_grad();
        foreach (var (master, twin) in _parameters)
        {
            using var gradient = twin.grad;
            if (gradient is not null && master.requires_grad)
            {
                using var wide = gradient.to(float32, copy: true);
                master.grad = wide;
            }
        }

        foreach (var (master, twin) in _buffers)
        {
            master.copy_(twin);
        }
    }

    public void Dispose() => Network.Dispose();
}
