namespace Lat.Transfer;

/// <summary>What represents a training image's own label space among its proposals.</summary>
public enum OwnSpaceProposals
{
    /// <summary>
    /// Its ground truth, as the paper has it. The head can learn to copy the class, which is not there to copy at inference.
    /// </summary>
    GroundTruth,

    /// <summary>Its own detector's predictions: what inference will see of a target's space.</summary>
    PseudoLabels,

    /// <summary>Both.</summary>
    GroundTruthAndPseudoLabels,
}
