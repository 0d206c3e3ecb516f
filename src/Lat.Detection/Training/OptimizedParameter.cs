using TorchSharp.Modules;

namespace Lat.Detection;

/// <summary>A parameter that an optimizer changes.</summary>
/// <param name="Name">Its name in the network.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="WeightDecay">Its own decay.</param>
/// <param name="LearningRateFactor">What the learning rate of a step is multiplied by for it.</param>
internal sealed record OptimizedParameter(string Name, Parameter Parameter, double WeightDecay, double LearningRateFactor)
{
    /// <summary>The parameters of a network that require a gradient, in the network's order.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Say how parameters decay.</param>
    /// <param name="learningRateFactor">Of a parameter's name; null for 1 everywhere.</param>
    public static IReadOnlyList<OptimizedParameter> Of(
        TorchSharp.torch.nn.Module network, TrainingOptions options, Func<string, double>? learningRateFactor = null) =>
    [
        .. from entry in network.named_parameters()
           where entry.parameter.requires_grad
           select new OptimizedParameter(entry.name, entry.parameter, DecayOf(entry.name, entry.parameter, options), learningRateFactor?.Invoke(entry.name) ?? 1),
    ];

    // Scales of normalisation layers are the only one-dimensional parameters that are not biases; their shifts are called biases too.
    private static double DecayOf(string name, Parameter parameter, TrainingOptions options) =>
        parameter.dim() > 1 ? options.WeightDecay
        : name.EndsWith("bias", StringComparison.Ordinal) ? options.BiasWeightDecay
        : options.NormWeightDecay;
}
