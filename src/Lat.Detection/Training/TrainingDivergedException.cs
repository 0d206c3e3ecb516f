using System.Globalization;
using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Losses or gradients were not finite for too many steps in a row. None of those steps changed the weights, and the last checkpoint is kept.
/// </summary>
public sealed class TrainingDivergedException(int iteration, EquatableArray<NamedLoss> losses, double learningRate, double? gradientNorm)
    : LatException("Training diverged.")
{
    /// <summary>The iteration, from 0, that was one too many.</summary>
    public int Iteration { get; } = iteration;

    /// <summary>Its losses.</summary>
    public EquatableArray<NamedLoss> Losses { get; } = losses;

    /// <summary>How many steps in a row were skipped, this one with them. Default 1.</summary>
    public int StepsInARow { get; init; } = 1;

    /// <summary>The last good weights; null where none were saved yet.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>The iteration that they go on with; null where none were saved yet.</summary>
    public int? CheckpointIteration { get; init; }

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var terms = string.Join(", ", Losses.Select(loss => string.Create(CultureInfo.InvariantCulture, $"{loss.Name} {loss.Value:G4}")));
            var gradient = gradientNorm is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; gradient norm {gradientNorm:G4}");
            var steps = StepsInARow == 1 ? "The step was" : string.Create(CultureInfo.InvariantCulture, $"The last {StepsInARow} steps were");
            var kept = CheckpointPath is null
                ? "There is no checkpoint yet."
                : string.Create(CultureInfo.InvariantCulture, $"The weights before iteration {CheckpointIteration} are kept in {CheckpointPath}.");
            return string.Create(CultureInfo.InvariantCulture,
                $"""
                Training diverged at iteration {Iteration}: {terms}{gradient}; learning rate {learningRate:G4}.
                {steps} not finite and left the weights alone. {kept}
                Try a smaller baseLearningRate, a longer warmupIterations, or gradientClipNorm: 10.
                """);
        }
    }
}
