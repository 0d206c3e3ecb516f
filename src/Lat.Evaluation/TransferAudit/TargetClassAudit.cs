namespace Lat.Evaluation;

/// <summary>How right the transferred labels of one target class are.</summary>
/// <param name="ClassName">The class in the target's label space.</param>
/// <param name="TrueObjects">True objects, without crowds and ignored ones.</param>
/// <param name="Found">True objects that a label of the class matches; the others are missed.</param>
/// <param name="Added">True objects that the source does not annotate at all.</param>
/// <param name="LabelsRight">Labels that match a true object.</param>
/// <param name="Faults">Labels that do not.</param>
/// <param name="Ap">Average precision of the labels, by confidence; NaN without true objects.</param>
/// <param name="Ap50">The same at IoU .50.</param>
public sealed record TargetClassAudit(
    ClassName ClassName, int TrueObjects, int Found, TransferTally Added, int LabelsRight, LabelFaultCounts Faults, double Ap, double Ap50);
