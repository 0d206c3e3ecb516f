using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Adam with decoupled weight decay; the arithmetic of torch.optim.AdamW with betas 0.9 and 0.999 and epsilon 1e-8.</summary>
internal sealed class AdamWOptimizer(IReadOnlyList<OptimizedParameter> parameters) : ParameterOptimizer(parameters)
{
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    private readonly Tensor[] _means = ZerosLike(parameters), _squares = ZerosLike(parameters);

    public override IEnumerable<KeyValuePair<string, Tensor>> State => Parameters.SelectMany((entry, index) => new[]
    {
        KeyValuePair.Create($"{entry.Name}.mean", _means[index]),
        KeyValuePair.Create($"{entry.Name}.square", _squares[index]),
    });

    protected override void Step(int index, Tensor gradient, double learningRate, int iteration)
    {
        var (entry, mean, square) = (Parameters[index], _means[index], _squares[index]);
        entry.Parameter.mul_(1 - (learningRate * entry.WeightDecay));
        mean.mul_(Beta1).add_(gradient, 1 - Beta1);
        square.mul_(Beta2).addcmul_(gradient, gradient, 1 - Beta2);
        var (correction1, correction2) = (1 - Math.Pow(Beta1, iteration + 1), 1 - Math.Pow(Beta2, iteration + 1));
        using var denominator = square.sqrt().div_(Math.Sqrt(correction2)).add_(Epsilon);
        entry.Parameter.addcdiv_(mean, denominator, -learningRate / correction1);
    }
}
