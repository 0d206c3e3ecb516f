namespace Lat.Reports;

/// <summary>The images of one source with their labels in one target's space.</summary>
/// <param name="Source">Whose images.</param>
/// <param name="Target">In whose label space.</param>
/// <param name="SourceSpace">The source's classes.</param>
/// <param name="TargetSpace">The target's classes.</param>
/// <param name="Threshold">The least confidence that a training would use, where the score filter begins; in [0, 1].</param>
/// <param name="Items">The images.</param>
public sealed record ViewerTransfer(
    DatasetName Source, DatasetName Target, LabelSpace SourceSpace, LabelSpace TargetSpace, double Threshold, EquatableArray<ViewerItem> Items);
