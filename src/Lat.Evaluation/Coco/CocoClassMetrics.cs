namespace Lat.Evaluation;

/// <summary>What was measured of one class.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Ap">Average precision, the mean over IoU .50:.05:.95; NaN where the ground truth has no object of the class.</param>
/// <param name="Ap50">Average precision at IoU .50; NaN likewise.</param>
/// <param name="GroundTruthCount">Objects to be found: without crowds, and without ignored ones where these are honoured.</param>
/// <param name="DetectionCount">Detections of the class on all images, before any limit.</param>
public sealed record CocoClassMetrics(ClassName ClassName, double Ap, double Ap50, int GroundTruthCount, int DetectionCount);
