using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A detector and its data, as the loop trains them.</summary>
internal sealed class DetectorTraining : ITrainable, IDisposable
{
    private readonly FasterRcnn _network;
    private readonly IExampleSource _source;
    private readonly DetectorLossOptions _loss;
    private readonly BatchSampler _sampler;
    private readonly Seed _augmentation;
    private readonly int _iterations;
    private BatchPrefetcher<Batch>? _batches;

    public DetectorTraining(
        FasterRcnn network, IExampleSource source, SamplingPlan plan, TrainingOptions options, DetectorLossOptions loss, Seed seed)
    {
        if (loss.ObjectnessOnly && network.ClassCount != 1)
        {
            throw new ArgumentException($"Objectness only needs a network of one class; this one has {network.ClassCount}.");
        }

        (_network, _source, _loss, _iterations, ImagesPerIteration) = (network, source, loss, options.Iterations, options.BatchSize);
        _sampler = new BatchSampler(source.Count, options.BatchSize, options.Iterations, plan, seed.Derive("batches"));
        _augmentation = seed.Derive("augmentation");
    }

    public nn.Module Network => _network;

    public int ImagesPerIteration { get; }

    public TimeSpan DataWait => _batches?.Waited ?? TimeSpan.Zero;

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        _batches ??= new BatchPrefetcher<Batch>(iteration, _iterations, Prepare);
        var batch = _batches.Take(iteration);
        using var images = batch.Pixels.ToDevice(_network.Device);
        return _network.ComputeLosses(images, batch.Targets, _loss, random);
    }

    public void Dispose() => _batches?.Dispose();

    private Batch Prepare(int iteration)
    {
        var draws = _augmentation.Derive(iteration);
        var examples = _sampler.At(iteration).Select((index, slot) => _source.Get(index, draws.Derive(slot).ToStream())).ToList();
        return new Batch(
            PackedPixels.Pack([.. examples.Select(example => example.Image)], _network.Options),
            [.. examples.Select(example => ImageTargets.From(example, _network.ClassCount, _loss.ObjectnessOnly))]);
    }

    private sealed record Batch(PackedPixels Pixels, IReadOnlyList<ImageTargets> Targets);
}
