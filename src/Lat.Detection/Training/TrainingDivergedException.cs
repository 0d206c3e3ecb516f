using System.Globalization;
using Lat.Core;

namespace Lat.Detection;

/// <summary>A loss or the gradient was not finite: the weights of before are kept in the last checkpoint, the step was not taken.</summary>
public sealed class TrainingDivergedException(int iteration, EquatableArray<NamedLoss> losses, double learningRate, double? gradientNorm)
    : LatException(Describe(iteration, losses, learningRate, gradientNorm))
{
    /// <summary>The iteration, from 0, that failed.</summary>
    public int Iteration { get; } = iteration;

    public EquatableArray<NamedLoss> Losses { get; } = losses;

    private static string Describe(int iteration, EquatableArray<NamedLoss> losses, double learningRate, double? gradientNorm)
    {
        var terms = string.Join(", ", losses.Select(loss => string.Create(CultureInfo.InvariantCulture, $"{loss.Name} {loss.Value:G4}")));
        var gradient = gradientNorm is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; gradient norm {gradientNorm:G4}");
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            Training diverged at iteration {iteration}: {terms}{gradient}; learning rate {learningRate:G4}.
            Try a smaller baseLearningRate, a longer warmupIterations, or gradientClipNorm: 10.
            """);
    }
}
