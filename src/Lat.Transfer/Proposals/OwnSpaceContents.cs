namespace Lat.Transfer;

/// <summary>What a choice of own-space proposals consists of.</summary>
public static class OwnSpaceContents
{
    public static bool HasGroundTruth(this OwnSpaceProposals ownSpace) => ownSpace
        is OwnSpaceProposals.GroundTruth or OwnSpaceProposals.GroundTruthAndPseudoLabels or OwnSpaceProposals.GroundTruthAndOutOfFoldPseudoLabels;

    /// <summary>Whether a detector's predictions on its own dataset are shown, of whichever detector.</summary>
    public static bool HasPredictions(this OwnSpaceProposals ownSpace) => ownSpace != OwnSpaceProposals.GroundTruth;

    /// <summary>Whether those predictions come from detectors that never trained on the image.</summary>
    public static bool IsOutOfFold(this OwnSpaceProposals ownSpace) => ownSpace
        is OwnSpaceProposals.OutOfFoldPseudoLabels or OwnSpaceProposals.GroundTruthAndOutOfFoldPseudoLabels;
}
