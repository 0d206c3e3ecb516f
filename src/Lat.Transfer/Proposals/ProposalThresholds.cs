using Lat.Core;

namespace Lat.Transfer;

/// <summary>From which score a pseudo-label is a proposal, by label space and class.</summary>
public sealed class ProposalThresholds
{
    private readonly double[][] _scores;

    private ProposalThresholds(double[][] scores) => _scores = scores;

    /// <summary>The least score of a class of a dataset's space.</summary>
    public double this[int dataset, int classIndex] => _scores[dataset][classIndex];

    /// <param name="spaces">The label spaces of all datasets.</param>
    /// <param name="options">The thresholds that the experiment names.</param>
    /// <param name="predictions">For count-matched thresholds: the scores of the predictions on one dataset's images in every space, [N], null where there are none; else null.</param>
    /// <param name="frequencies">For count-matched thresholds: how often each dataset annotates each class, [N], null where that is not known; else null.</param>
    /// <exception cref="LatException">A threshold names a dataset or a class that is not there.</exception>
    public static ProposalThresholds Of(
        ConcatenatedLabelSpace spaces,
        PrivilegedProposalOptions options,
        IReadOnlyList<PredictedScores?>? predictions = null,
        IReadOnlyList<ClassFrequencies?>? frequencies = null)
    {
        var strangers = options.ClassThresholds.Where(threshold => spaces.Spaces.All(space => space.Key != threshold.Dataset)).Select(threshold => $"'{threshold.Dataset}'").Distinct().ToList();
        if (strangers.Count > 0)
        {
            throw new LatException(
                $"Class thresholds of the proposals name {string.Join(", ", strangers)}; the datasets are {string.Join(", ", spaces.Spaces.Select(space => space.Key))}. Mend 'lat.model.proposals.classThresholds'.");
        }

        var scores = spaces.Spaces.Select(space => ClassThreshold.Of(options.ClassThresholds, space.Key, space.Value, options.PseudoLabelThreshold)).ToArray();
        for (var dataset = 0; options.CountMatched && dataset < scores.Length; dataset++)
        {
            if (predictions?[dataset] is { } found && frequencies?[dataset] is { } annotated)
            {
                scores[dataset] = [.. scores[dataset].Zip(annotated.ScoresOfAsMany(found), Math.Max)];
            }
        }

        return new ProposalThresholds(scores);
    }
}
