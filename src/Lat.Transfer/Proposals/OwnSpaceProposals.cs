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

    /// <summary>
    /// Predictions of detectors that never trained on the image (<see cref="PrivilegedProposalOptions.Folds"/>): just what inference will see,
    /// where the own detector has learned its training images by heart.
    /// </summary>
    OutOfFoldPseudoLabels,

    /// <summary>Its ground truth and such predictions.</summary>
    GroundTruthAndOutOfFoldPseudoLabels,
}
