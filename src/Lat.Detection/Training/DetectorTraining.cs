using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A detector and its data, as the loop trains them.</summary>
internal sealed class DetectorTraining : ITrainable, IDisposable
{
    private readonly DetectorNetwork _network;
    private readonly ReducedPrecisionTwin? _twin;
    private readonly DetectorLossOptions _loss;
    private readonly TrainingOptions _options;
    private readonly ExampleBatches _examples;
    private BatchPrefetcher<TrainingBatch>? _batches;

    public DetectorTraining(
        DetectorNetwork network, IExampleSource source, SamplingPlan plan, TrainingOptions options, DetectorLossOptions loss, Seed seed)
    {
        if (loss.ObjectnessOnly && network.ClassCount != 1)
        {
            throw new ArgumentException($"Objectness only needs a network of one class; this one has {network.ClassCount}.");
        }

        (_network, _loss, _options) = (network, loss, options);
        _examples = new ExampleBatches(source, plan, options, seed);
        _twin = options.Precision != TrainingPrecision.BFloat16 ? null
            : network is FasterRcnn master ? new ReducedPrecisionTwin(master)
            : throw new LatException("This network is trained in float32 only; leave 'precision' out of its training.");
    }

    public nn.Module Network => _network;

    public int ImagesPerIteration => _options.BatchSize;

    public TimeSpan DataWait => _batches?.Waited ?? TimeSpan.Zero;

    public TrainingPrecision Precision => _options.Precision;

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        _batches ??= new BatchPrefetcher<TrainingBatch>(iteration, _options.Iterations, Prepare, workers: _options.DataWorkers);
        using var batch = _batches.Take(iteration);
        _twin?.TakeWeights();
        using var images = batch.Pixels.ToDevice(_network.Device);
        return (_twin is null ? _network : _twin.Network).ComputeLosses(images, batch.Targets, _loss, random);
    }

    public double LearningRateFactor(string parameter) => _network.LearningRateFactor(parameter);

    public void FinishGradient() => _twin?.GiveGradients();

    public void Dispose()
    {
        _batches?.Dispose();
        _twin?.Dispose();
    }

    private TrainingBatch Prepare(int iteration)
    {
        var batch = TrainingBatch.Of(_examples.At(iteration), _network, _loss.ObjectnessOnly);
        if (_network.Device.type == DeviceType.CUDA)
        {
            batch.Pixels.Pin();
        }

        return batch;
    }
}
