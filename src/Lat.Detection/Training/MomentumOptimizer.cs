using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Stochastic gradient descent with momentum; the arithmetic of torch.optim.SGD without dampening.</summary>
internal sealed class MomentumOptimizer(IReadOnlyList<OptimizedParameter> parameters, double momentum) : ParameterOptimizer(parameters)
{
    private readonly Tensor[] _velocities = ZerosLike(parameters);

    public override IEnumerable<KeyValuePair<string, Tensor>> State =>
        Parameters.Select((entry, index) => KeyValuePair.Create($"{entry.Name}.momentum", _velocities[index]));

    protected override void Step(int index, Tensor gradient, double learningRate, int iteration)
    {
        var entry = Parameters[index];
        if (entry.WeightDecay > 0)
        {
            gradient.add_(entry.Parameter, entry.WeightDecay);
        }

        _velocities[index].mul_(momentum).add_(gradient);
        entry.Parameter.add_(_velocities[index], -learningRate);
    }
}
