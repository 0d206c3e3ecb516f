using FsCheck.Xunit;

namespace Lat.Evaluation.Tests;

/// <summary>Inputs that the library draws, and makes smaller where one fails; each box is decoded from the bits of a number.</summary>
public class ReferencePropertyTests
{
    private static readonly int[] Ious = [CocoDefinition.Iou50, CocoDefinition.Iou75, 9];

    [Property(MaxTest = 40, EndSize = 30)]
    public bool TheArraysEqualTheSlowReference(uint[] objects, uint[] detections, bool honorsIgnored)
    {
        var input = new CocoInput(new LabelSpace("a", "b"), 2, objects.Select(Object), detections.Select(Detection));
        var options = new CocoEvaluationOptions { HonorsIgnored = honorsIgnored, MaxDetections = [1, 2, 5] };
        var result = CocoEvaluator.Evaluate(input, options);
        return (from iou in Ious
                from classIndex in new[] { 0, 1 }
                from area in Enum.GetValues<CocoAreaRange>()
                from limit in new[] { 0, 1, 2 }
                let expected = SlowReference.Curve(input, honorsIgnored, classIndex, area, CocoDefinition.IouThresholds[iou], options.MaxDetections[limit])
                select (expected?.Recall ?? double.NaN).Equals(result.Recall[iou, classIndex, area, limit])
                    && Enumerable.Range(0, 101).All(recall =>
                        (expected?.Precision[recall] ?? double.NaN).Equals(result.Precision[iou, recall, classIndex, area, limit]))).All(isEqual => isEqual);
    }

    [Property(MaxTest = 60, EndSize = 40)]
    public bool NoNumberLeavesItsRangeAndLaxerThresholdsNeverFindLess(uint[] objects, uint[] detections)
    {
        var result = CocoEvaluator.Evaluate(new CocoInput(new LabelSpace("a", "b"), 2, objects.Select(Object), detections.Select(Detection)));
        return Enum.GetValues<EvaluationMetric>().All(metric => double.IsNaN(result.Metrics[metric]) || result.Metrics[metric] is >= 0 and <= 1 + 1e-12)
            && (double.IsNaN(result.Metrics.Ar1) || (result.Metrics.Ar1 <= result.Metrics.Ar10 && result.Metrics.Ar10 <= result.Metrics.Ar100));
    }

    private static CocoObject Object(uint number)
    {
        var bits = Spread(number);
        var (x, y, width, height) = Box(bits);
        return new CocoObject((int)(bits & 1), (int)((bits >> 1) & 1), x, y, width, height, width * height)
        {
            IsCrowd = ((bits >> 2) & 7) == 7,
            IsIgnored = ((bits >> 5) & 3) == 3,
        };
    }

    private static CocoPrediction Detection(uint number)
    {
        var bits = Spread(number + 1000);
        var (x, y, width, height) = Box(bits);
        return new CocoPrediction((int)(bits & 1), (int)((bits >> 1) & 1), x, y, width, height, ((bits >> 2) & 3) / 4.0);
    }

    /// <summary>The library draws small numbers, whose high bits are all 0.</summary>
    private static uint Spread(uint number) => (uint)new SplitMix(number).Bits();

    private static (double X, double Y, double Width, double Height) Box(uint bits) =>
        ((bits >> 7) & 7, (bits >> 10) & 7, 8 * (1 + ((bits >> 13) & 7)), 8 * (1 + ((bits >> 16) & 7)));
}
