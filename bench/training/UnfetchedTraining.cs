using System.Diagnostics;
using Lat.Core;
using Lat.Detection;
using static TorchSharp.torch;

namespace Lat.Bench.Training;

/// <summary>
/// The quickstart's detector without the prefetch: every batch is read, augmented and packed inside the step that needs it, or one batch,
/// made before, serves every step.
/// </summary>
internal sealed class UnfetchedTraining(FasterRcnn network, IExampleSource source, TrainingOptions options, Seed seed, bool keepsOneBatch) : ITrainable
{
    private readonly BatchSampler _sampler = new(source.Count, options.BatchSize, options.Iterations, new SamplingPlan(), seed);
    private readonly Stopwatch _prepared = new();
    private (PackedPixels Pixels, IReadOnlyList<ImageTargets> Targets)? _kept;

    public nn.Module Network => network;

    public int ImagesPerIteration => options.BatchSize;

    /// <summary>Time that the steps spent on making their own batches.</summary>
    public TimeSpan DataWait => _prepared.Elapsed;

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        var (pixels, targets) = _kept ?? Prepare(iteration);
        if (keepsOneBatch)
        {
            _kept = (pixels, targets);
        }

        using var images = pixels.ToDevice(network.Device);
        return network.ComputeLosses(images, targets, new DetectorLossOptions(), random);
    }

    private (PackedPixels Pixels, IReadOnlyList<ImageTargets> Targets) Prepare(int iteration)
    {
        _prepared.Start();
        var draws = seed.Derive(iteration);
        var examples = _sampler.At(iteration).Select((index, slot) => source.Get(index, draws.Derive(slot).ToStream())).ToList();
        var pixels = PackedPixels.Pack([.. examples.Select(example => example.Image)], network.Options);
        var targets = examples.Select(example => ImageTargets.From(example, network.ClassCount)).ToList();
        _prepared.Stop();
        return (pixels, targets);
    }
}
