namespace Lat.Evaluation;

/// <summary>Takes the precision-recall curves out of a result.</summary>
public static class PrecisionRecallCurves
{
    private static readonly int[] Shown = [CocoDefinition.Iou50, CocoDefinition.Iou75];

    /// <summary>Those of objects of every size at IoU .50 and .75, of every class that has objects, in the order of the classes.</summary>
    public static EquatableArray<ClassCurve> Of(CocoResult result)
    {
        var last = result.MaxDetections.Count - 1;
        return (from classIndex in Enumerable.Range(0, result.Precision.ClassCount)
                where result.Metrics.PerClass[classIndex].GroundTruthCount > 0
                from iou in Shown
                select new ClassCurve(
                    result.Metrics.PerClass[classIndex].ClassName,
                    CocoDefinition.IouThresholds[iou],
                    Enumerable.Range(0, CocoDefinition.RecallThresholds.Count)
                        .Select(recall => result.Precision[iou, recall, classIndex, CocoAreaRange.All, last]).ToEquatableArray())).ToEquatableArray();
    }
}
