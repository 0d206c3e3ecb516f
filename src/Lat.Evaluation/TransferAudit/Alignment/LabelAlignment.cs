namespace Lat.Evaluation;

/// <summary>
/// What a transfer did with a source's boxes, whether right or not: needs no truth, and can be told of any pair of datasets.
/// </summary>
/// <param name="Images">Images compared.</param>
/// <param name="SourceBoxes">Source boxes, without crowds and ignored ones.</param>
/// <param name="Labels">Labels in the target's space.</param>
/// <param name="Outcomes">What became of the boxes, and how many labels no box stands behind.</param>
/// <param name="SourceClasses">The source's classes, in the order of the rows.</param>
/// <param name="TargetClasses">The target's classes, in the order of the columns.</param>
/// <param name="CoOccurrence">
/// Row by source class, column by target class: labels of the column's class that come from boxes of the row's. The last row counts labels
/// without a box, the last column boxes without a label.
/// </param>
/// <param name="Shifts">How boxes move, for every pair of classes that occurs.</param>
public sealed record LabelAlignment(
    int Images,
    int SourceBoxes,
    int Labels,
    AlignmentOutcomes Outcomes,
    EquatableArray<ClassName> SourceClasses,
    EquatableArray<ClassName> TargetClasses,
    EquatableArray<EquatableArray<int>> CoOccurrence,
    EquatableArray<BoxShift> Shifts);
