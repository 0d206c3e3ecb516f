using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The one loop that every network of the product is trained by. A run that was killed at any iteration goes on from its last checkpoint and
/// ends with the same bits, on the CPU. A checkpoint that is damaged or of another run is set aside, and the run begins anew.
/// </summary>
/// <param name="options">Steps, learning rate, averages.</param>
/// <param name="seed">Origin of every random choice of the run.</param>
/// <param name="workFolder">Where the checkpoint and `metrics.jsonl` are kept; made if missing.</param>
/// <param name="progress">Told every <see cref="TrainingOptions.ReportEvery"/> iterations; null for nobody.</param>
/// <param name="scalarsFolder">Where TensorBoard's event file goes; null for none. It holds measured times: keep it out of hashed results.</param>
public sealed class TrainingLoop(
    TrainingOptions options, Seed seed, string workFolder, IProgress<TrainingProgress>? progress = null, string? scalarsFolder = null)
{
    private readonly LearningRateSchedule _schedule = new(options);

    /// <summary>
    /// Trains to the last iteration. Afterwards the network is in evaluation mode and, where there is an average, holds that.
    /// </summary>
    /// <exception cref="TrainingDivergedException">Losses or gradients were not finite for too many steps in a row.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; a checkpoint of the last whole iteration was written before.</exception>
    /// <exception cref="LatException">The options ask for what this network or this machine cannot do.</exception>
    public void Run(ITrainable trainable, CancellationToken cancellation = default)
    {
        if (trainable.Precision != options.Precision)
        {
            throw new LatException("This network is trained in float32 only; leave 'precision' out of its training.");
        }

        set_num_threads(options.Threads);
        Directory.CreateDirectory(workFolder);
        trainable.Network.train();
        using var deterministic = options.Deterministic ? DeterministicMode.Begin(trainable.Network) : null;
        using var optimizer = ParameterOptimizer.Create(trainable.Network, options, trainable.LearningRateFactor);
        using var average = options.AverageDecay is { } decay ? new MovingAverage(trainable.Network, decay) : null;
        var checkpoint = new TrainingCheckpoint(workFolder, options, seed, trainable.Network, optimizer, average);
        var start = checkpoint.Restore();
        var watch = new DivergenceWatch(options.BadStepLimit, checkpoint);
        var reports = new TrainingReports(options, trainable, workFolder, scalarsFolder, start, checkpoint.Lines, checkpoint.Window, progress);
        if (checkpoint.Notice is { } notice)
        {
            reports.Tell(notice);
        }

        var step = new TrainingStep(trainable, optimizer, options, seed);
        for (var iteration = start; iteration < options.Iterations; iteration++)
        {
            if (cancellation.IsCancellationRequested)
            {
                checkpoint.Save(iteration, watch, reports);
                cancellation.ThrowIfCancellationRequested();
            }

            var result = step.Take(iteration);
            watch.Observe(iteration, result, _schedule.At(iteration));
            if (result.WasTaken)
            {
                average?.Update(iteration);
            }

            var done = iteration + 1;
            reports.Observe(done, result, _schedule.At(iteration), watch.Skipped);
            if (options.CheckpointEvery > 0 && done % options.CheckpointEvery == 0)
            {
                checkpoint.Save(done, watch, reports);
            }
        }

        average?.CopyToNetwork();
        trainable.Network.eval();
    }
}
