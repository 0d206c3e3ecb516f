using System.Diagnostics;
using Lat.Core;

namespace Lat.Detection;

/// <summary>Collects what happened since the last report.</summary>
internal sealed class ProgressMeter(int iterations, ITrainable trainable)
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();
    private TimeSpan _waitedBefore = trainable.DataWait;
    private double[] _losses = [];
    private string[] _names = [];
    private double _gradientNorm;
    private int _count;

    public void Add(EquatableArray<NamedLoss> losses, double gradientNorm)
    {
        if (_count++ == 0)
        {
            (_losses, _names) = (new double[losses.Count], [.. losses.Select(loss => loss.Name)]);
        }

        for (var term = 0; term < _losses.Length; term++)
        {
            _losses[term] += losses[term].Value;
        }

        _gradientNorm += gradientNorm;
    }

    /// <summary>The report; begins the next one.</summary>
    /// <param name="done">Iterations done.</param>
    /// <param name="learningRate">Of the last one.</param>
    public TrainingProgress Take(int done, double learningRate)
    {
        var seconds = Math.Max(_stopwatch.Elapsed.TotalSeconds, 1e-9);
        var waited = (trainable.DataWait - _waitedBefore).TotalSeconds;
        var losses = _names.Select((name, term) => new NamedLoss(name, _losses[term] / _count)).ToEquatableArray();
        var progress = new TrainingProgress(
            done,
            iterations,
            losses,
            learningRate,
            _gradientNorm / _count,
            _count * trainable.ImagesPerIteration / seconds,
            waited / seconds,
            TimeSpan.FromSeconds(seconds / _count * (iterations - done)));
        (_count, _gradientNorm, _waitedBefore) = (0, 0, trainable.DataWait);
        _stopwatch.Restart();
        return progress;
    }
}
