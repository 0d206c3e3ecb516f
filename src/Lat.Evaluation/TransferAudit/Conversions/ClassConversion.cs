namespace Lat.Evaluation;

/// <summary>
/// One thing that the truth asks of boxes: a `cyclist` should become a `rider` and a `bicycle`; a `bicycle` that nobody rides, nothing.
/// Judged by the labels that are sure enough to be trained on (<see cref="TransferAuditOptions.SureConfidence"/>).
/// </summary>
/// <param name="Source">The class of the source's box; null where the source has none and the object is added.</param>
/// <param name="Outcome">What becomes of the box; null where the object is added.</param>
/// <param name="Targets">The classes that it becomes, in the order of the target's space; empty where it is dropped.</param>
/// <param name="Sizes">How many and how right, by the shorter side of the source's box, or of the true one where that is added.</param>
public sealed record ClassConversion(
    ClassName? Source, TransferOutcome? Outcome, EquatableArray<ClassName> Targets, EquatableArray<SizedTally> Sizes)
{
    /// <summary>The objects whose shorter side has at least so many pixels, all sizes above together.</summary>
    public TransferTally FromSide(double minimumSide)
    {
        var sizes = Sizes.Where(size => size.MinimumSide >= minimumSide).ToList();
        return new TransferTally(sizes.Sum(size => size.Asked), sizes.Sum(size => size.Right));
    }
}
