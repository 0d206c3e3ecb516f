using Lat.Core;

namespace Lat.Datasets;

/// <summary>What Lat's own COCO files say of a box beside what COCO does.</summary>
/// <param name="Confidence">`score`, 0 to 1; 1 where there is none.</param>
/// <param name="Origin">`origin`; ground truth where there is none.</param>
/// <param name="SourceIndex">`source_annotation`; null where there is none.</param>
/// <param name="Corners">The box by its `corners`, where they are those of `bbox`; null where there are none.</param>
internal sealed record CocoProvenance(double Confidence, AnnotationOrigin Origin, int? SourceIndex, RawBox? Corners);
