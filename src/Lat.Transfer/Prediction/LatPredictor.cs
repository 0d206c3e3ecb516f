using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>Applies a trained LAT model: what every proposal is, in the target's label space (paper, section 3.2.2, inference).</summary>
public sealed class LatPredictor(
    LatModel model, LatModelOptions options, ConcatenatedLabelSpace spaces, torch.Device device, ProposalThresholds? thresholds = null)
{
    private readonly PrivilegedProposalGenerator _generator = new(spaces, options.Proposals, thresholds);

    /// <summary>The label spaces of the model's head.</summary>
    public ConcatenatedLabelSpace Spaces => spaces;

    /// <summary>
    /// How many images fit a pass; does not change a result: attention never crosses images. The relative bias needs 64 numbers for every pair.
    /// </summary>
    public int ImagesPerBatch { get; } = options.Fusion.Geometry == FusionGeometry.RelativeBias ? 4 : 16;

    /// <summary>The candidates of some images of one source dataset in the target's space, above a score.</summary>
    /// <param name="images">The images, with the source's own annotations: the privileged input.</param>
    /// <param name="source">The source, as an index into the concatenation.</param>
    /// <param name="target">The target, likewise.</param>
    /// <param name="features">The frozen features of the images.</param>
    /// <param name="pseudoLabels">[N] gives the predictions in each space on the image of a file name; null for the source's own.</param>
    /// <param name="scoreThreshold">The least score of a candidate.</param>
    /// <param name="contributions">How many of the proposals that each proposal heeded are told; 0 for none.</param>
    /// <param name="mirrored">The frozen features of the mirror images; needed where the model looks at them.</param>
    public IReadOnlyList<ImagePrediction> Predict(
        IReadOnlyList<AnnotatedImage> images,
        int source,
        int target,
        IFeatureSource features,
        IReadOnlyList<Func<string, ImageDetections>?> pseudoLabels,
        double scoreThreshold,
        int contributions = 0,
        IFeatureSource? mirrored = null)
    {
        var proposals = images.Select(image =>
            _generator.ForTransfer(image, source, [.. pseudoLabels.Select(labels => labels?.Invoke(image.FileName))])).ToList();
        var regions = new RegionBatch(proposals, spaces);
        if (regions.Count == 0)
        {
            return [.. images.Select(_ => ImagePrediction.Nothing)];
        }

        var slice = new LabelSpaceSlice(spaces.Offset(target), spaces[target].Count);
        var batch = FeatureBatch.Read([.. images.Select(image => (features, image.FileName))]);
        var (probabilities, deltas, attention) = Run(batch, regions, slice, contributions > 0);
        if (options.Mirror)
        {
            var mirrors = new RegionBatch([.. proposals.Select((own, image) => MirrorImage.Of(own, images[image].Size))], spaces);
            var maps = FeatureBatch.Read([.. images.Select(image => (mirrored ?? throw LatTrainable.MirrorsMissing(), image.FileName))]);
            var (others, shifts, _) = Run(maps, mirrors, slice, explains: false);
            Average(probabilities, deltas, others, shifts);
        }

        var rows = new RegionRows(regions, probabilities, deltas, 1 + spaces.ClassCount, new BoxCoder(options.BoxWeights), options.ClassAgnosticBoxes);
        var predictions = new List<ImagePrediction>(images.Count);
        var first = 0;
        for (var image = 0; image < images.Count; image++)
        {
            var (begin, own, of) = (first, proposals[image], images[image]);
            predictions.Add(new ImagePrediction(
                own.ToEquatableArray(),
                own.SelectMany((proposal, index) => rows.Candidates(begin + index, proposal, of, slice, scoreThreshold)
                    .Select(candidate => candidate with { Proposal = index })).ToEquatableArray(),
                own.Select((_, index) => rows.BestScore(begin + index, slice)).ToEquatableArray(),
                attention is null ? [] : own.Select((_, index) => attention.Of(begin + index, begin, own.Count, contributions)).ToEquatableArray()));
            first += own.Count;
        }

        return predictions;
    }

    /// <summary>The mean of what is said of an image and of its mirror image, where boxes move the other way along x.</summary>
    private static void Average(float[] probabilities, float[] deltas, float[] others, float[] shifts)
    {
        for (var index = 0; index < probabilities.Length; index++)
        {
            probabilities[index] = (probabilities[index] + others[index]) / 2;
        }

        for (var index = 0; index < deltas.Length; index++)
        {
            var movesAlongX = index % 4 == 0;
            deltas[index] = (deltas[index] + (movesAlongX ? -shifts[index] : shifts[index])) / 2;
        }
    }

    private (float[] Probabilities, float[] Deltas, AttentionRows? Attention) Run(FeatureBatch features, RegionBatch regions, LabelSpaceSlice slice, bool explains)
    {
        using var scope = torch.NewDisposeScope();
        using var inference = torch.inference_mode();
        var (logits, deltas, attention) = model.Explain(features.ToDevice(device), regions);
        var masked = LabelSpaceMask.Apply(logits, [slice], [regions.Count]);
        using var probabilities = torch.nn.functional.softmax(masked, 1).cpu().data<float>();
        using var offsets = deltas.cpu().data<float>();
        return (probabilities.ToArray(), offsets.ToArray(), explains && attention is not null ? AttentionRows.Of(attention) : null);
    }
}
