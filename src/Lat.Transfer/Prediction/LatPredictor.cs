using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>Applies a trained LAT model: what every proposal is, in the target's label space (paper, section 3.2.2, inference).</summary>
public sealed class LatPredictor(LatModel model, LatModelOptions options, ConcatenatedLabelSpace spaces, torch.Device device)
{
    private readonly PrivilegedProposalGenerator _generator = new(spaces, options.Proposals);

    /// <summary>The candidates of some images of one source dataset in the target's space, above a score.</summary>
    /// <param name="images">The images, with the source's own annotations: the privileged input.</param>
    /// <param name="source">The source, as an index into the concatenation.</param>
    /// <param name="target">The target, likewise.</param>
    /// <param name="features">The frozen features of the images.</param>
    /// <param name="pseudoLabels">The predictions on the images in every space, [N]; null for the source's own.</param>
    /// <param name="scoreThreshold">The least score of a candidate.</param>
    public IReadOnlyList<IReadOnlyList<LabelCandidate>> Predict(
        IReadOnlyList<AnnotatedImage> images, int source, int target, FeatureFile features, IReadOnlyList<DetectionIndex?> pseudoLabels, double scoreThreshold)
    {
        var proposals = images.Select(image =>
            _generator.ForTransfer(image, source, [.. pseudoLabels.Select(labels => labels?[image.FileName])])).ToList();
        var regions = new RegionBatch(proposals, spaces);
        if (regions.Count == 0)
        {
            return [.. images.Select(_ => Array.Empty<LabelCandidate>())];
        }

        var slice = new LabelSpaceSlice(spaces.Offset(target), spaces[target].Count);
        var (probabilities, deltas) = Run(FeatureBatch.Read([.. images.Select(image => (features, image.FileName))]), regions, slice);
        var rows = new RegionRows(regions, probabilities, deltas, 1 + spaces.ClassCount, new BoxCoder(options.BoxWeights));
        var candidates = new List<IReadOnlyList<LabelCandidate>>(images.Count);
        var row = 0;
        for (var image = 0; image < images.Count; image++)
        {
            var found = new List<LabelCandidate>();
            foreach (var proposal in proposals[image])
            {
                found.AddRange(rows.Candidates(row++, proposal, images[image], slice, scoreThreshold));
            }

            candidates.Add(found);
        }

        return candidates;
    }

    private (float[] Probabilities, float[] Deltas) Run(FeatureBatch features, RegionBatch regions, LabelSpaceSlice slice)
    {
        using var scope = torch.NewDisposeScope();
        using var inference = torch.inference_mode();
        var (logits, deltas) = model.forward(features.ToDevice(device), regions);
        var masked = LabelSpaceMask.Apply(logits, [slice], [regions.Count]);
        using var probabilities = torch.nn.functional.softmax(masked, 1).cpu().data<float>();
        using var offsets = deltas.cpu().data<float>();
        return (probabilities.ToArray(), offsets.ToArray());
    }
}
