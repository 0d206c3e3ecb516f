namespace Lat.Evaluation;

/// <summary>What was measured of one class, by IoU and by size; NaN where no object was there to measure.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Ap">Average precision, the mean over IoU .50:.05:.95.</param>
/// <param name="Ap50">Average precision at IoU .50.</param>
/// <param name="Ap75">Average precision at IoU .75.</param>
/// <param name="ApSmall">AP of objects up to 32² pixels.</param>
/// <param name="ApMedium">AP of objects of 32² to 96² pixels.</param>
/// <param name="ApLarge">AP of objects from 96² pixels.</param>
/// <param name="Ar100">Average recall with 100 detections per image.</param>
/// <param name="GroundTruthCount">Objects to be found.</param>
/// <param name="DetectionCount">Detections on all images, before any limit.</param>
public sealed record ClassAnalysis(
    ClassName ClassName, double Ap, double Ap50, double Ap75, double ApSmall, double ApMedium, double ApLarge, double Ar100,
    int GroundTruthCount, int DetectionCount)
{
    /// <summary>Every class of a result, in its order.</summary>
    public static EquatableArray<ClassAnalysis> Of(CocoResult result) => result.Metrics.PerClass.Select((item, index) => new ClassAnalysis(
        item.ClassName,
        item.Ap,
        item.Ap50,
        CocoSummarizer.ClassPrecision(result.Precision, index, CocoDefinition.Iou75),
        CocoSummarizer.ClassPrecision(result.Precision, index, area: CocoAreaRange.Small),
        CocoSummarizer.ClassPrecision(result.Precision, index, area: CocoAreaRange.Medium),
        CocoSummarizer.ClassPrecision(result.Precision, index, area: CocoAreaRange.Large),
        CocoSummarizer.ClassRecall(result.Recall, index),
        item.GroundTruthCount,
        item.DetectionCount)).ToEquatableArray();

    /// <summary>One of the numbers that a class has; NaN for those that only all classes together have.</summary>
    public double this[EvaluationMetric metric] => metric switch
    {
        EvaluationMetric.Ap => Ap,
        EvaluationMetric.Ap50 => Ap50,
        EvaluationMetric.Ap75 => Ap75,
        EvaluationMetric.ApSmall => ApSmall,
        EvaluationMetric.ApMedium => ApMedium,
        EvaluationMetric.ApLarge => ApLarge,
        EvaluationMetric.Ar100 => Ar100,
        _ => double.NaN,
    };
}
