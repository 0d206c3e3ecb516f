namespace Lat.Evaluation;

/// <summary>The result of an evaluation: the numbers, and the full arrays that they are means of.</summary>
/// <param name="Metrics">The 12 numbers and those of each class.</param>
/// <param name="Precision">The interpolated precision, [T, R, K, A, M].</param>
/// <param name="Recall">The reached recall, [T, K, A, M].</param>
/// <param name="MaxDetections">The M limits on detections per image and class that the last axis stands for.</param>
public sealed record CocoResult(CocoMetrics Metrics, CocoPrecision Precision, CocoRecall Recall, EquatableArray<int> MaxDetections);
