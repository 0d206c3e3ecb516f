using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The one loop that every network of the product is trained by. A run that was killed at any iteration goes on from its last checkpoint and
/// ends with the same bits, on the CPU.
/// </summary>
/// <param name="options">Steps, learning rate, averages.</param>
/// <param name="seed">Origin of every random choice of the run.</param>
/// <param name="workFolder">Where the checkpoint and `metrics.jsonl` are kept; made if missing.</param>
/// <param name="progress">Told every <see cref="TrainingOptions.ReportEvery"/> iterations; null for nobody.</param>
public sealed class TrainingLoop(TrainingOptions options, Seed seed, string workFolder, IProgress<TrainingProgress>? progress = null)
{
    private readonly LearningRateSchedule _schedule = new(options);
    private readonly Seed _draws = seed.Derive("iterations");

    /// <summary>
    /// Trains to the last iteration. Afterwards the network is in evaluation mode and, where there is an average, holds that.
    /// </summary>
    /// <exception cref="TrainingDivergedException">A loss or the gradient was not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; a checkpoint of the last whole iteration was written before.</exception>
    public void Run(ITrainable trainable, CancellationToken cancellation = default)
    {
        set_num_threads(options.Threads);
        Directory.CreateDirectory(workFolder);
        trainable.Network.train();
        using var optimizer = ParameterOptimizer.Create(trainable.Network, options);
        using var average = options.AverageDecay is { } decay ? new MovingAverage(trainable.Network, decay) : null;
        var checkpoint = new TrainingCheckpoint(workFolder, options, seed, trainable.Network, optimizer, average);
        var start = checkpoint.Restore();
        var metrics = new MetricsFile(workFolder, start);
        var meter = new ProgressMeter(options.Iterations, trainable);
        for (var iteration = start; iteration < options.Iterations; iteration++)
        {
            if (cancellation.IsCancellationRequested)
            {
                checkpoint.Save(iteration);
                cancellation.ThrowIfCancellationRequested();
            }

            var (losses, gradientNorm) = Step(trainable, optimizer, iteration);
            average?.Update(iteration);
            meter.Add(losses, gradientNorm);
            var done = iteration + 1;
            if (done % options.ReportEvery == 0 || done == options.Iterations)
            {
                var report = meter.Take(done, _schedule.At(iteration));
                metrics.Append(report);
                progress?.Report(report);
            }

            if (options.CheckpointEvery > 0 && done % options.CheckpointEvery == 0)
            {
                checkpoint.Save(done);
            }
        }

        average?.CopyToNetwork();
        trainable.Network.eval();
    }

    private (EquatableArray<NamedLoss> Losses, double GradientNorm) Step(ITrainable trainable, ParameterOptimizer optimizer, int iteration)
    {
        using var scope = NewDisposeScope();
        var draws = _draws.Derive(iteration);
        manual_seed((long)(draws.Derive("torch").Value >> 1));
        optimizer.ClearGradient();
        var terms = trainable.ComputeLosses(iteration, draws.ToStream());
        var losses = terms.Terms.Select(term => new NamedLoss(term.Name, term.Value.item<float>())).ToEquatableArray();
        var learningRate = _schedule.At(iteration);
        if (!losses.All(loss => double.IsFinite(loss.Value)))
        {
            throw new TrainingDivergedException(iteration, losses, learningRate, null);
        }

        terms.Total().backward();
        var gradientNorm = optimizer.GradientNorm();
        if (!double.IsFinite(gradientNorm))
        {
            throw new TrainingDivergedException(iteration, losses, learningRate, gradientNorm);
        }

        if (options.GradientClipNorm is { } limit && gradientNorm > limit)
        {
            optimizer.ScaleGradient(limit / (gradientNorm + 1e-6));
        }

        optimizer.Step(learningRate, iteration);
        return (losses, gradientNorm);
    }
}
