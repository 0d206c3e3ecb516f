using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// How many annotations of a training set some proposal stands for: there is no region proposal network that could find the others, so that
/// what the proposals lack is lost before the head sees it.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Annotations">Annotations that count: no crowds, none ignored.</param>
/// <param name="FoundInTraining">Those that a proposal of one training pass meets, after jitter and removal.</param>
/// <param name="FoundWithoutRemoval">Those that one would meet were no box jittered or removed.</param>
/// <param name="FoundByOthers">Those that the other spaces' pseudo-labels alone meet: the most that a transfer into this space could find beyond its sources' own boxes.</param>
public sealed record ProposalRecall(DatasetName Dataset, int Annotations, int FoundInTraining, int FoundWithoutRemoval, int FoundByOthers)
{
    /// <summary>The part of the annotations that jitter and removal cost, in [0, 1].</summary>
    public double Cost => Annotations == 0 ? 0 : (double)(FoundWithoutRemoval - FoundInTraining) / Annotations;

    /// <summary>One pass over a training set, as training draws its proposals.</summary>
    /// <param name="set">The dataset.</param>
    /// <param name="spaces">The label spaces of all datasets.</param>
    /// <param name="options">The proposals, and the IoU from which one stands for an annotation.</param>
    /// <param name="thresholds">The least scores of pseudo-labels.</param>
    /// <param name="seed">Where the draws come from.</param>
    public static ProposalRecall Measure(
        LatTrainingSet set, ConcatenatedLabelSpace spaces, LatModelOptions options, ProposalThresholds thresholds, Seed seed)
    {
        var trained = new PrivilegedProposalGenerator(spaces, options.Proposals, thresholds);
        var kept = new PrivilegedProposalGenerator(spaces, options.Proposals with { JitterProbability = 0, RemovalProbability = 0 }, thresholds);
        var counts = new int[4];
        foreach (var image in set.Annotations.Images)
        {
            IReadOnlyList<ImageDetections?> seen = [.. set.PseudoLabels.Select(labels => labels?[image.FileName])];
            var whole = kept.ForTraining(image, set.Dataset, seen, seed.Derive(image.FileName).ToStream());
            counts[0] += RegionTargets.Countable(image);
            counts[1] += Found(trained.ForTraining(image, set.Dataset, seen, seed.Derive(image.FileName).ToStream()), image, options);
            counts[2] += Found(whole, image, options);
            counts[3] += Found([.. whole.Where(proposal => proposal.Dataset != set.Dataset)], image, options);
        }

        return new ProposalRecall(spaces.Spaces[set.Dataset].Key, counts[0], counts[1], counts[2], counts[3]);
    }

    private static int Found(IReadOnlyList<PrivilegedProposal> proposals, AnnotatedImage image, LatModelOptions options) =>
        RegionTargets.Countable(image) - RegionTargets.Match([proposals], [image], [0], options).MissedAnnotations;
}
