using System.Diagnostics;
using Lat.Core;

namespace Lat.Detection;

/// <summary>Collects what happened since the last report.</summary>
/// <param name="iterations">Iterations in all.</param>
/// <param name="trainable">Tells how long it waited for data.</param>
/// <param name="trainedBefore">Seconds of training before this run of the loop.</param>
internal sealed class ProgressMeter(int iterations, ITrainable trainable, double trainedBefore = 0)
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew(), _whole = Stopwatch.StartNew();
    private readonly List<(string Name, double Sum, int Count)> _losses = [];
    private TimeSpan _waitedBefore = trainable.DataWait;
    private double _gradientNorm;
    private int _taken, _count;

    /// <summary>Takes in a step; of a skipped one only that it was there, since its numbers may be no numbers.</summary>
    public void Add(TrainingStepResult step)
    {
        _count++;
        if (!step.WasTaken)
        {
            return;
        }

        _taken++;
        _gradientNorm += step.GradientNorm;
        foreach (var loss in step.Losses)
        {
            var at = _losses.FindIndex(known => known.Name == loss.Name);
            if (at < 0)
            {
                _losses.Add((loss.Name, loss.Value, 1));
            }
            else
            {
                _losses[at] = (loss.Name, _losses[at].Sum + loss.Value, _losses[at].Count + 1);
            }
        }
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
            _losses.Select(loss => new NamedLoss(loss.Name, loss.Sum / loss.Count)).ToEquatableArray(),
            learningRate,
            _gradientNorm / Math.Max(_taken, 1),
            _count * trainable.ImagesPerIteration / seconds,
            waited / seconds,
            TimeSpan.FromSeconds(seconds / Math.Max(_count, 1) * (iterations - done)))
        {
            SkippedSteps = skippedSteps,
            MemoryBytes = Environment.WorkingSet,
            TrainedSeconds = trainedBefore + _whole.Elapsed.TotalSeconds,
        };
        (_count, _taken, _gradientNorm, _waitedBefore) = (0, 0, 0, trainable.DataWait);
        _losses.Clear();
        _stopwatch.Restart();
        return progress;
    }
}
