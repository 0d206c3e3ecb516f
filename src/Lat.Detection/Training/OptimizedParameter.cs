using TorchSharp.Modules;

namespace Lat.Detection;

/// <summary>A parameter that an optimizer changes.</summary>
/// <param name="Name">Its name in the network.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="WeightDecay">Its own decay.</param>
internal sealed record OptimizedParameter(string Name, Parameter Parameter, double WeightDecay)
{
    /// <summary>The parameters of a network that require a gradient, in the network's order.</summary>
    public static IReadOnlyList<OptimizedParameter> Of(TorchSharp.torch.nn.Module network, TrainingOptions options) =>
    [
        .. from entry in network.named_parameters()
           where entry.parameter.requires_grad
           select new OptimizedParameter(entry.name, entry.parameter, DecayOf(entry.name, entry.parameter, options)),
    ];

    // Scales of normalisation layers are the only one-dimensional parameters that are not biases; their shifts are called biases too.
    private static double DecayOf(string name, Parameter parameter, TrainingOptions options) =>
        parameter.dim() > 1 ? options.WeightDecay
        : name.EndsWith("bias", StringComparison.Ordinal) ? options.BiasWeightDecay
        : options.NormWeightDecay;
}
