namespace Lat.Reports;

/// <summary>The labels of one transfer, to take a sample of.</summary>
/// <param name="Source">Whose images.</param>
/// <param name="Target">In whose label space.</param>
/// <param name="Annotations">The source's own annotations.</param>
/// <param name="Labels">Each method's labels in the target's space, in the order shown.</param>
/// <param name="Truth">The true labels in the target's space; null where they are not known.</param>
/// <param name="Threshold">The least confidence that a training would use.</param>
public sealed record ViewerSource(
    DatasetName Source,
    DatasetName Target,
    AnnotationSet Annotations,
    EquatableArray<KeyValuePair<string, AnnotationSet>> Labels,
    AnnotationSet? Truth,
    double Threshold);
