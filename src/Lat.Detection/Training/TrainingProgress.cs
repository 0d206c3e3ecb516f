using Lat.Core;

namespace Lat.Detection;

/// <summary>Where a training run stands. Losses are means since the last report.</summary>
/// <param name="Iteration">Iterations done.</param>
/// <param name="Iterations">Iterations in all.</param>
/// <param name="Losses">Each term, in the network's order.</param>
/// <param name="LearningRate">Of the last iteration.</param>
/// <param name="GradientNorm">Mean Euclidean norm of the whole gradient, before clipping.</param>
/// <param name="ImagesPerSecond">Since the last report.</param>
/// <param name="DataWaitShare">The share of the time that was spent waiting for data, in [0, 1].</param>
/// <param name="Remaining">Time left at this speed.</param>
public sealed record TrainingProgress(
    int Iteration,
    int Iterations,
    EquatableArray<NamedLoss> Losses,
    double LearningRate,
    double GradientNorm,
    double ImagesPerSecond,
    double DataWaitShare,
    TimeSpan Remaining)
{
    /// <summary>Steps of the whole run that were skipped because a loss or the gradient was not finite.</summary>
    public int SkippedSteps { get; init; }

    /// <summary>What a person should know of this run, such as that its checkpoint was damaged; then nothing else is told. Mostly null.</summary>
    public string? Notice { get; init; }

    /// <summary>Memory that the process holds, bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Time that this run of the loop has trained, seconds; goes on after a resumption.</summary>
    public double TrainedSeconds { get; init; }
}
