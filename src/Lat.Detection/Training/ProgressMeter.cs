using System.Diagnostics;

namespace Lat.Detection;

/// <summary>Collects what happened since the last report.</summary>
/// <param name="iterations">Iterations in all.</param>
/// <param name="trainable">Tells how long it waited for data.</param>
/// <param name="window">What an earlier run of the loop had collected.</param>
/// <param name="trainedBefore">Seconds of training before this run of the loop.</param>
internal sealed class ProgressMeter(int iterations, ITrainable trainable, ReportWindow window, double trainedBefore = 0)
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew(), _whole = Stopwatch.StartNew();
    private TimeSpan _waitedBefore = trainable.DataWait;
    private int _count;

    /// <summary>The steps since the last report.</summary>
    public ReportWindow Window { get; private set; } = window;

    /// <summary>Takes in a step; of a skipped one only that it was there, since its numbers may be no numbers.</summary>
    public void Add(TrainingStepResult step)
    {
        _count++;
        Window = Window.With(step);
    }

    /// <summary>The report; begins the next one.</summary>
    /// <param name="done">Iterations done.</param>
    /// <param name="learningRate">Of the last one.</param>
    /// <param name="skippedSteps">In the whole run.</param>
    public TrainingProgress Take(int done, double learningRate, int skippedSteps)
    {
        var seconds = Math.Max(_stopwatch.Elapsed.TotalSeconds, 1e-9);
        var waited = (trainable.DataWait - _waitedBefore).TotalSeconds;
        var progress = new TrainingProgress(
            done,
            iterations,
            Window.MeanLosses(),
            learningRate,
            Window.MeanGradientNorm(),
            _count * trainable.ImagesPerIteration / seconds,
            waited / seconds,
            TimeSpan.FromSeconds(seconds / Math.Max(_count, 1) * (iterations - done)))
        {
            SkippedSteps = skippedSteps,
            MemoryBytes = Environment.WorkingSet,
            TrainedSeconds = trainedBefore + _whole.Elapsed.TotalSeconds,
        };
        (_count, Window, _waitedBefore) = (0, new ReportWindow(), trainable.DataWait);
        _stopwatch.Restart();
        return progress;
    }
}
