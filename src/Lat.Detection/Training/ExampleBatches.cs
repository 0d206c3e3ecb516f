using Lat.Core;

namespace Lat.Detection;

/// <summary>The examples of every iteration, read and augmented: a function of the iteration and the seed. Several threads may ask.</summary>
internal sealed class ExampleBatches
{
    private readonly Lock _gate = new();
    private readonly IExampleSource _source;
    private readonly BatchSampler _sampler;
    private readonly Seed _augmentation;

    public ExampleBatches(IExampleSource source, SamplingPlan plan, TrainingOptions options, Seed seed)
    {
        _source = source;
        _sampler = new BatchSampler(
            source.Count,
            options.BatchSize,
            options.Iterations,
            plan,
            seed.Derive("batches"),
            options.SkipEmptyImages ? [.. Enumerable.Range(0, source.Count).Where(source.HasObjects)] : null,
            options.GroupByAspectRatio ? index => source.SizeOf(index) is { } size && size.Height > size.Width : null);
        _augmentation = seed.Derive("augmentation");
    }

    public IReadOnlyList<TrainingExample> At(int iteration)
    {
        EquatableArray<int> indices;
        lock (_gate)
        {
            indices = _sampler.At(iteration);
        }

        var draws = _augmentation.Derive(iteration);
        return [.. indices.Select((index, slot) => _source.Get(index, draws.Derive(slot).ToStream()))];
    }
}
