namespace Lat.Evaluation;

/// <summary>The interpolated precision of one class at one IoU threshold.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Iou">The IoU threshold.</param>
/// <param name="Precision">[101] the best precision at the recalls 0, .01, … 1 or a higher one; 0 where the recall is not reached.</param>
public sealed record ClassCurve(ClassName ClassName, double Iou, EquatableArray<double> Precision);
