namespace Lat.Detection;

/// <summary>Counts the steps that were skipped, and gives the training up where there are too many in a row.</summary>
/// <param name="limit">Skipped steps in a row after which the training is given up.</param>
/// <param name="checkpoint">Tells what is kept.</param>
internal sealed class DivergenceWatch(int limit, TrainingCheckpoint checkpoint)
{
    /// <summary>Skipped steps of the whole run.</summary>
    public int Skipped { get; private set; } = checkpoint.SkippedSteps;

    /// <summary>Skipped steps since the last that was taken.</summary>
    public int InARow { get; private set; } = checkpoint.SkippedInARow;

    /// <exception cref="TrainingDivergedException">The limit is reached.</exception>
    public void Observe(int iteration, TrainingStepResult step, double learningRate)
    {
        if (step.WasTaken)
        {
            InARow = 0;
            return;
        }

        Skipped++;
        if (++InARow >= limit)
        {
            throw new TrainingDivergedException(iteration, step.Losses, learningRate, step.GradientNorm)
            {
                StepsInARow = InARow,
                CheckpointPath = checkpoint.LastIteration is null ? null : checkpoint.Path,
                CheckpointIteration = checkpoint.LastIteration,
            };
        }
    }
}
