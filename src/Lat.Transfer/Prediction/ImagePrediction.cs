using Lat.Core;

namespace Lat.Transfer;

/// <summary>What the LAT model says of one image in the target's space.</summary>
/// <param name="Proposals">What it looked at, in order.</param>
/// <param name="Candidates">The classes and boxes above the threshold.</param>
/// <param name="BestScores">The best score of each proposal in the target's space, whether above the threshold or not.</param>
/// <param name="Contributions">For each proposal those that it heeded most, best first; empty where they were not asked for.</param>
public sealed record ImagePrediction(
    EquatableArray<PrivilegedProposal> Proposals,
    EquatableArray<LabelCandidate> Candidates,
    EquatableArray<double> BestScores,
    EquatableArray<EquatableArray<Contribution>> Contributions)
{
    public static ImagePrediction Nothing { get; } = new([], [], [], []);

    /// <summary>The proposal that is an annotation of the image itself; -1 where there is none.</summary>
    public int RowOf(int sourceIndex)
    {
        for (var row = 0; row < Proposals.Count; row++)
        {
            if (Proposals[row].SourceIndex == sourceIndex)
            {
                return row;
            }
        }

        return -1;
    }
}
