using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>
/// Trains the LAT model: every image is supervised in its own label space only, with the proposals of all spaces as input (paper, section
/// 3.2.2, training). Batches mix datasets; the mask is per image.
/// </summary>
public sealed class LatTrainable : ITrainable, IDisposable
{
    private readonly LatModel _model;
    private readonly LatModelOptions _options;
    private readonly ConcatenatedLabelSpace _spaces;
    private readonly IReadOnlyList<(LatTrainingSet Set, AnnotatedImage Image)> _images;
    private readonly Dictionary<int, PrivilegedProposalGenerator> _generators;
    private readonly BatchSampler _sampler;
    private readonly int _iterations;
    private BatchPrefetcher<PreparedBatch>? _prefetcher;
    private readonly torch.Device _device;
    private readonly Seed _seed;

    /// <param name="model">The model, on the device.</param>
    /// <param name="options">The variant and the sizes.</param>
    /// <param name="training">Iterations and images per iteration.</param>
    /// <param name="spaces">The label spaces of all datasets.</param>
    /// <param name="sets">The datasets.</param>
    /// <param name="seed">Where the order of the images and the proposals' draws come from.</param>
    /// <param name="device">Where the model is.</param>
    public LatTrainable(
        LatModel model, LatModelOptions options, TrainingOptions training, ConcatenatedLabelSpace spaces, IReadOnlyList<LatTrainingSet> sets,
        Seed seed, torch.Device device)
    {
        (_model, _options, _spaces, _seed, _device) = (model, options, spaces, seed, device);
        _images = [.. sets.SelectMany(set => set.Annotations.Images.Select(image => (set, image)))];
        _generators = sets.ToDictionary(set => set.Dataset, set => new PrivilegedProposalGenerator(spaces, options.Proposals, ThresholdsOf(set, spaces, options, sets)));
        ImagesPerIteration = training.BatchSize;
        _sampler = new BatchSampler(_images.Count, training.BatchSize, training.Iterations, new SamplingPlan(), seed.Derive("order"));
        _iterations = training.Iterations;
    }

    public torch.nn.Module Network => _model;

    public int ImagesPerIteration { get; }

    public TimeSpan DataWait => _prefetcher?.Waited ?? TimeSpan.Zero;

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        // Begun with the first iteration asked for: a resumed run does not begin at 0.
        _prefetcher ??= new BatchPrefetcher<PreparedBatch>(iteration, _iterations, Prepare);
        var batch = _prefetcher.Take(iteration);
        var levels = batch.Features.ToDevice(_device);
        var (logits, deltas) = _model.forward(levels, batch.Regions);
        var masked = LabelSpaceMask.Apply(logits, batch.Slices, batch.Regions.CountsPerImage);
        var targets = batch.Targets;
        return new LossTerms(
        [
            new LossTerm("classification", RegionLosses.Classification(masked, targets.HeadLabels, targets.Weights, ClassLossNormalizer.Regions)),
            new LossTerm("box", RegionLosses.BoxRegression(deltas, targets.HeadLabels, targets.Deltas, null)),
        ]);
    }

    /// <summary>The thresholds of the pseudo-labels on one set.</summary>
    public static ProposalThresholds ThresholdsOf(
        LatTrainingSet set, ConcatenatedLabelSpace spaces, LatModelOptions options, IReadOnlyList<LatTrainingSet> sets) => ProposalThresholds.Of(
            spaces,
            options.Proposals,
            [.. set.PseudoLabels.Select(labels => labels?.Scores)],
            [.. Enumerable.Range(0, spaces.DatasetCount).Select(dataset =>
                sets.FirstOrDefault(other => other.Dataset == dataset) is { } known ? ClassFrequencies.Of(known.Annotations) : null)]);

    public void Dispose() => _prefetcher?.Dispose();

    private PreparedBatch Prepare(int iteration)
    {
        var seed = _seed.Derive("proposals").Derive(iteration);
        var members = _sampler.At(iteration).Select((index, slot) => View(_images[index], seed.Derive(slot).Derive("mirror"))).ToList();
        var proposals = members.Select((member, slot) => _generators[member.Set.Dataset].ForTraining(
            member.Image,
            member.Set.Dataset,
            member.PseudoLabels,
            seed.Derive(slot).ToStream())).ToList();
        var slices = members.Select(member => new LabelSpaceSlice(_spaces.Offset(member.Set.Dataset), _spaces[member.Set.Dataset].Count)).ToList();
        return new PreparedBatch(
            FeatureBatch.Read([.. members.Select(member => (member.Features, member.Image.FileName))]),
            new RegionBatch(proposals, _spaces),
            RegionTargets.Match(proposals, [.. members.Select(member => member.Image)], [.. slices.Select(slice => slice.Offset)], _options),
            slices);
    }

    /// <summary>An image as it is, or every other time as its mirror image.</summary>
    private TrainingView View((LatTrainingSet Set, AnnotatedImage Image) member, Seed seed)
    {
        var (set, image) = member;
        var found = set.PseudoLabels.Select(labels => labels?[image.FileName]);
        return _options.Mirror && seed.ToStream().NextBool(0.5)
            ? new TrainingView(set, MirrorImage.Of(image), set.Mirrored ?? throw MirrorsMissing(), [.. found.Select(one => one is null ? null : MirrorImage.Of(one))])
            : new TrainingView(set, image, set.Features, [.. found]);
    }

    internal static ArgumentException MirrorsMissing() => new("The model looks at mirror images, and there are no features of them.");

    private sealed record TrainingView(LatTrainingSet Set, AnnotatedImage Image, IFeatureSource Features, IReadOnlyList<ImageDetections?> PseudoLabels);

    private sealed record PreparedBatch(FeatureBatch Features, RegionBatch Regions, RegionTargets Targets, IReadOnlyList<LabelSpaceSlice> Slices);
}
