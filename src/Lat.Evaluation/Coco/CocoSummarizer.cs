namespace Lat.Evaluation;

/// <summary>Means over the full arrays, in the official order of additions; absent classes take no part.</summary>
internal static class CocoSummarizer
{
    private const int AllDetections = 2;

    public static CocoMetrics Summarize(CocoPrecision precision, CocoRecall recall, EquatableArray<CocoClassMetrics> perClass)
    {
        return new CocoMetrics
        {
            Ap = Ap(),
            Ap50 = Ap(CocoDefinition.Iou50),
            Ap75 = Ap(CocoDefinition.Iou75),
            ApSmall = Ap(area: CocoAreaRange.Small),
            ApMedium = Ap(area: CocoAreaRange.Medium),
            ApLarge = Ap(area: CocoAreaRange.Large),
            Ar1 = Ar(0),
            Ar10 = Ar(1),
            Ar100 = Ar(AllDetections),
            ArSmall = Ar(AllDetections, CocoAreaRange.Small),
            ArMedium = Ar(AllDetections, CocoAreaRange.Medium),
            ArLarge = Ar(AllDetections, CocoAreaRange.Large),
            PerClass = perClass,
        };

        double Ap(int? iou = null, CocoAreaRange area = CocoAreaRange.All) =>
            MeanPrecision(precision, iou, Enumerable.Range(0, precision.ClassCount), area);

        double Ar(int limit, CocoAreaRange area = CocoAreaRange.All) => MeanRecall(recall, limit, area);
    }

    /// <summary>Average precision of one class, at one IoU threshold or over all.</summary>
    public static double ClassPrecision(CocoPrecision precision, int classIndex, int? iou = null, CocoAreaRange area = CocoAreaRange.All) =>
        MeanPrecision(precision, iou, [classIndex], area);

    /// <summary>Average recall of one class over all IoU thresholds, with the highest limit on detections.</summary>
    public static double ClassRecall(CocoRecall recall, int classIndex)
    {
        var present = new List<double>();
        for (var t = 0; t < CocoDefinition.IouThresholds.Count; t++)
        {
            AddPresent(present, recall[t, classIndex, CocoAreaRange.All, AllDetections]);
        }

        return PairwiseSum.Mean(present.ToArray());
    }

    private static double MeanPrecision(CocoPrecision precision, int? iou, IEnumerable<int> classes, CocoAreaRange area)
    {
        var indices = classes.ToArray();
        var present = new List<double>();
        var (first, last) = iou is { } one ? (one, one) : (0, CocoDefinition.IouThresholds.Count - 1);
        for (var t = first; t <= last; t++)
        {
            for (var r = 0; r < CocoDefinition.RecallThresholds.Count; r++)
            {
                foreach (var classIndex in indices)
                {
                    AddPresent(present, precision[t, r, classIndex, area, AllDetections]);
                }
            }
        }

        return PairwiseSum.Mean(present.ToArray());
    }

    private static double MeanRecall(CocoRecall recall, int limit, CocoAreaRange area)
    {
        var present = new List<double>();
        for (var t = 0; t < CocoDefinition.IouThresholds.Count; t++)
        {
            for (var classIndex = 0; classIndex < recall.ClassCount; classIndex++)
            {
                AddPresent(present, recall[t, classIndex, area, limit]);
            }
        }

        return PairwiseSum.Mean(present.ToArray());
    }

    private static void AddPresent(List<double> values, double value)
    {
        if (!double.IsNaN(value))
        {
            values.Add(value);
        }
    }
}
