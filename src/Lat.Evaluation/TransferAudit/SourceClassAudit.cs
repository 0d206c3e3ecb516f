namespace Lat.Evaluation;

/// <summary>What became of the boxes of one source class. Every box counts in exactly one of the five tallies.</summary>
/// <param name="ClassName">The class in the source's label space.</param>
/// <param name="Boxes">Source boxes of the class, without crowds and ignored ones.</param>
/// <param name="Kept">See <see cref="TransferOutcome.Kept"/>.</param>
/// <param name="Relabelled">See <see cref="TransferOutcome.Relabelled"/>.</param>
/// <param name="Split">See <see cref="TransferOutcome.Split"/>.</param>
/// <param name="Merged">See <see cref="TransferOutcome.Merged"/>.</param>
/// <param name="Dropped">See <see cref="TransferOutcome.Dropped"/>.</param>
/// <param name="LabelsRight">Transferred labels that come from boxes of the class and are right.</param>
/// <param name="LabelsWrong">Transferred labels that come from boxes of the class and are wrong.</param>
public sealed record SourceClassAudit(
    ClassName ClassName,
    int Boxes,
    TransferTally Kept,
    TransferTally Relabelled,
    TransferTally Split,
    TransferTally Merged,
    TransferTally Dropped,
    int LabelsRight,
    int LabelsWrong)
{
    /// <summary>How many boxes became what they should.</summary>
    public int Right => Kept.Right + Relabelled.Right + Split.Right + Merged.Right + Dropped.Right;
}
