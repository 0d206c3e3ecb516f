using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>
/// Trains the transfer head on the target's images: boxes as the source's detector draws them there, each with a class drawn at random, are
/// to be kept where an annotation of that class lies, and moved onto it.
/// </summary>
public sealed class LabelGuidedTrainable : ITrainable, IDisposable
{
    private readonly LabelGuidedModel _model;
    private readonly LabelGuidedOptions _options;
    private readonly LatModelOptions _sizes;
    private readonly ConcatenatedLabelSpace _space;
    private readonly IReadOnlyList<AnnotatedImage> _images;
    private readonly DetectionIndex _boxes;
    private readonly IFeatureSource _features;
    private readonly BatchSampler _sampler;
    private readonly int _iterations;
    private readonly Seed _seed;
    private readonly torch.Device _device;
    private BatchPrefetcher<PreparedBatch>? _prefetcher;

    /// <param name="model">The model, on the device.</param>
    /// <param name="options">The sizes and the draws.</param>
    /// <param name="training">Iterations and images per iteration.</param>
    /// <param name="shared">The classes that both spaces have.</param>
    /// <param name="target">The target's images and annotations.</param>
    /// <param name="sourceLike">The source's detector's predictions on those images.</param>
    /// <param name="features">The frozen features of those images.</param>
    /// <param name="seed">Where the order of the images and the classes given come from.</param>
    /// <param name="device">Where the model is.</param>
    public LabelGuidedTrainable(
        LabelGuidedModel model, LabelGuidedOptions options, TrainingOptions training, SharedClasses shared, AnnotationSet target,
        DetectionIndex sourceLike, IFeatureSource features, Seed seed, torch.Device device)
    {
        (_model, _options, _sizes, _boxes, _features, _seed, _device) = (model, options, options.ToModelOptions(), sourceLike, features, seed, device);
        _space = LabelGuidedTransfer.Concatenation(shared);
        _images = [.. target.Images.Select(shared.OfTarget)];
        (ImagesPerIteration, _iterations) = (training.BatchSize, training.Iterations);
        _sampler = new BatchSampler(_images.Count, training.BatchSize, training.Iterations, new SamplingPlan(), seed.Derive("order"));
    }

    public torch.nn.Module Network => _model;

    public int ImagesPerIteration { get; }

    public TimeSpan DataWait => _prefetcher?.Waited ?? TimeSpan.Zero;

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        _prefetcher ??= new BatchPrefetcher<PreparedBatch>(iteration, _iterations, Prepare);
        var batch = _prefetcher.Take(iteration);
        var (logits, deltas) = _model.forward(batch.Features.ToDevice(_device), batch.Regions);
        return new LossTerms(
        [
            new LossTerm("keep", RegionLosses.Classification(logits, batch.Columns, batch.Targets.Weights, ClassLossNormalizer.Regions)),
            new LossTerm("box", RegionLosses.BoxRegression(deltas, batch.Columns, batch.Targets.Deltas, null)),
        ]);
    }

    public void Dispose() => _prefetcher?.Dispose();

    private PreparedBatch Prepare(int iteration)
    {
        var seed = _seed.Derive("classes").Derive(iteration);
        var members = _sampler.At(iteration).Select(index => _images[index]).ToList();
        var boxes = members.Select(BoxesOn).ToList();
        var targets = RegionTargets.Match(boxes, members, [.. members.Select(_ => 0)], _sizes);
        var (columns, row) = (new long[targets.HeadLabels.Length], 0);
        for (var slot = 0; slot < boxes.Count; slot++)
        {
            var random = seed.Derive(slot).ToStream();
            for (var index = 0; index < boxes[slot].Count; index++, row++)
            {
                var (right, isTold, drawn) = ((int)targets.HeadLabels[row] - 1, random.NextBool(_options.TrueClassProbability), random.NextInt(_space.ClassCount));
                var given = isTold && right >= 0 ? right : drawn;
                columns[row] = given == right ? 1 : 0;
                boxes[slot][index] = LabelGuidedTransfer.Guided(boxes[slot][index].Box, given, _space.ClassCount, null);
            }
        }

        return new PreparedBatch(
            FeatureBatch.Read([.. members.Select(member => (_features, member.FileName))]), new RegionBatch(boxes, _space), targets, columns);
    }

    private List<PrivilegedProposal> BoxesOn(AnnotatedImage image) => [.. _boxes[image.FileName].Detections
        .Where(detection => detection.Score >= _options.ProposalThreshold && detection.Box is { Width: >= 1, Height: >= 1 })
        .Select(detection => LabelGuidedTransfer.Guided(detection.Box, 0, _space.ClassCount, null))];

    private sealed record PreparedBatch(FeatureBatch Features, RegionBatch Regions, RegionTargets Targets, long[] Columns);
}
