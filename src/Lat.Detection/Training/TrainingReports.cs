using Lat.Core;

namespace Lat.Detection;

/// <summary>Tells how a training goes: to whoever listens, to the metrics file, and to TensorBoard.</summary>
internal sealed class TrainingReports
{
    private readonly TrainingOptions _options;
    private readonly MetricsFile _metrics;
    private readonly ScalarEventFile? _scalars;
    private readonly ProgressMeter _meter;
    private readonly IProgress<TrainingProgress>? _progress;

    /// <param name="options">How often, and how many iterations.</param>
    /// <param name="trainable">Tells how long it waits for data.</param>
    /// <param name="workFolder">Of the metrics file.</param>
    /// <param name="scalarsFolder">Of the event file; null for none.</param>
    /// <param name="start">The iteration that the run goes on with.</param>
    /// <param name="lines">The metrics file up to there.</param>
    /// <param name="window">What an earlier run of the loop had collected for its next report.</param>
    /// <param name="progress">Who listens.</param>
    public TrainingReports(
        TrainingOptions options,
        ITrainable trainable,
        string workFolder,
        string? scalarsFolder,
        int start,
        string lines,
        ReportWindow window,
        IProgress<TrainingProgress>? progress)
    {
        (_options, _progress) = (options, progress);
        _metrics = new MetricsFile(workFolder, lines);
        _scalars = scalarsFolder is null ? null : new ScalarEventFile(scalarsFolder, start);
        _meter = new ProgressMeter(options.Iterations, trainable, window, _scalars?.Seconds ?? 0);
    }

    /// <summary>The metrics file so far.</summary>
    public string Lines => _metrics.Lines;

    /// <summary>The steps since the last report.</summary>
    public ReportWindow Window => _meter.Window;

    /// <summary>Tells whoever listens what a person should know, before the first iteration.</summary>
    public void Tell(string notice) =>
        _progress?.Report(new TrainingProgress(0, _options.Iterations, [], 0, 0, 0, 0, TimeSpan.Zero) { Notice = notice });

    /// <param name="done">Iterations done.</param>
    /// <param name="step">The last of them.</param>
    /// <param name="learningRate">Of the last one.</param>
    /// <param name="skippedSteps">In the whole run.</param>
    public void Observe(int done, TrainingStepResult step, double learningRate, int skippedSteps)
    {
        _meter.Add(step);
        if (done % _options.ReportEvery != 0 && done != _options.Iterations)
        {
            return;
        }

        var report = _meter.Take(done, learningRate, skippedSteps);
        _metrics.Append(report);
        _scalars?.Append(EventOf(report));
        _progress?.Report(report);
    }

    private static ScalarEvent EventOf(TrainingProgress report)
    {
        var scalars = report.Losses.Select(loss => KeyValuePair.Create("loss/" + loss.Name, (float)loss.Value)).ToList();
        scalars.Add(KeyValuePair.Create("loss/total", (float)report.Losses.Sum(loss => loss.Value)));
        scalars.Add(KeyValuePair.Create("optimizer/learning-rate", (float)report.LearningRate));
        scalars.Add(KeyValuePair.Create("optimizer/gradient-norm", (float)report.GradientNorm));
        scalars.Add(KeyValuePair.Create("optimizer/skipped-steps", (float)report.SkippedSteps));
        scalars.Add(KeyValuePair.Create("speed/images-per-second", (float)report.ImagesPerSecond));
        scalars.Add(KeyValuePair.Create("speed/data-wait-share", (float)report.DataWaitShare));
        scalars.Add(KeyValuePair.Create("speed/memory-gibibytes", (float)(report.MemoryBytes / (double)(1L << 30))));
        return new ScalarEvent(report.TrainedSeconds, report.Iteration, scalars.ToEquatableArray());
    }
}
