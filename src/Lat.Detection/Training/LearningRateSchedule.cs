namespace Lat.Detection;

/// <summary>The learning rate at every iteration: linear warm-up, then constant, stepped or cosine.</summary>
public sealed class LearningRateSchedule(TrainingOptions options)
{
    /// <param name="iteration">From 0.</param>
    public double At(int iteration) => options.BaseLearningRate * Warmup(iteration) * Decay(iteration);

    private double Warmup(int iteration)
    {
        if (iteration >= options.WarmupIterations)
        {
            return 1;
        }

        var done = (double)iteration / options.WarmupIterations;
        return (options.WarmupFactor * (1 - done)) + done;
    }

    private double Decay(int iteration) => options.Schedule switch
    {
        ScheduleKind.Step => Math.Pow(options.Gamma, options.Steps.Count(step => iteration >= step)),
        ScheduleKind.Cosine => 0.5 * (1 + Math.Cos(Math.PI * iteration / options.Iterations)),
        _ => 1,
    };
}
