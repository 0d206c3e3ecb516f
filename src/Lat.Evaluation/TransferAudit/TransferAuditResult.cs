namespace Lat.Evaluation;

/// <summary>How right a set of transferred labels is where the truth is known.</summary>
/// <param name="Images">Images audited.</param>
/// <param name="Labels">
/// Transferred labels; those right, those wrong and those on crowds or ignored objects, which count neither way.
/// </param>
/// <param name="LabelsRight">Labels that match a true object of their class.</param>
/// <param name="LabelsWrong">Labels that match none.</param>
/// <param name="Faults">The wrong labels by what is wrong with them.</param>
/// <param name="TrueObjects">True target objects, without crowds and ignored ones.</param>
/// <param name="Found">True objects that a label matches; the others are missed.</param>
/// <param name="Added">True objects that the source does not annotate at all, and how many of them the transfer found nevertheless.</param>
/// <param name="SourceClasses">What became of the source boxes, by class in the order of the source's label space.</param>
/// <param name="TargetClasses">How right the labels are, by class in the order of the target's label space.</param>
/// <param name="Metrics">COCO average precision of the labels against the truth, their confidence as score.</param>
public sealed record TransferAuditResult(
    int Images,
    int Labels,
    int LabelsRight,
    int LabelsWrong,
    LabelFaultCounts Faults,
    int TrueObjects,
    int Found,
    TransferTally Added,
    EquatableArray<SourceClassAudit> SourceClasses,
    EquatableArray<TargetClassAudit> TargetClasses,
    CocoMetrics Metrics)
{
    /// <summary>Whether the labels' confidences say how often they are right; labels on crowds and ignored objects do not count. Null in older files.</summary>
    public ConfidenceCalibration? Calibration { get; init; }

    /// <summary>The labels among them that are sure enough to be trained on. Null in older files.</summary>
    public SureLabels? Sure { get; init; }

    /// <summary>What the truth asks of boxes, by the classes that they should become, and how often it was done. Empty in older files.</summary>
    public EquatableArray<ClassConversion> Conversions { get; init; } = [];

    /// <summary>The part of the labels that are right, of those that count; NaN without any.</summary>
    public double Correctness => (double)LabelsRight / (LabelsRight + LabelsWrong);

    /// <summary>The part of the true objects that were found; NaN without any.</summary>
    public double Completeness => (double)Found / TrueObjects;
}
