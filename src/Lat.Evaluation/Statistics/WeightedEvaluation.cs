namespace Lat.Evaluation;

/// <summary>
/// The 12 numbers of one input with images counted as often as they were drawn. An image drawn twice is as good as two images: copies of a
/// detection stand together on the curve, and the best precision within them is at the last.
/// </summary>
internal sealed class WeightedEvaluation
{
    private static readonly int MetricCount = Enum.GetValues<EvaluationMetric>().Length;

    private readonly WeightedClass[] _classes;
    private readonly EquatableArray<int> _limits;

    public WeightedEvaluation(CocoInput input, CocoEvaluationOptions options)
    {
        options.Validate();
        (ImageCount, _limits) = (input.ImageCount, options.MaxDetections);
        var count = input.LabelSpace.Count;
        var targetsOf = StableBuckets.OfAll(input.Objects.Length, count, item => input.Objects[item].Class);
        var detectionsOf = StableBuckets.OfAll(input.Predictions.Length, count, item => input.Predictions[item].Class);
        _classes = new WeightedClass[count];
        Parallel.For(0, count, index => _classes[index] = WeightedClass.Of(input, targetsOf[index], detectionsOf[index], options));
    }

    public int ImageCount { get; }

    /// <summary>The numbers, [12] in the order of <see cref="EvaluationMetric"/>; NaN where no object was drawn to measure.</summary>
    /// <param name="weights">How often each image counts.</param>
    public double[] Measure(ReadOnlySpan<int> weights)
    {
        var (sums, counts) = (new double[MetricCount], new int[MetricCount]);
        var room = _classes.Max(item => item.DetectionCount);
        var (right, precision) = (new int[room], new double[room]);
        foreach (var item in _classes)
        {
            for (var area = 0; area < CocoDefinition.AreaRangeCount; area++)
            {
                var toFind = item.ToFind(area, weights);
                for (var iou = 0; iou < CocoDefinition.IouThresholds.Count && toFind > 0; iou++)
                {
                    var (ap, recall) = item.Measure(area, iou, weights, toFind, right, precision);
                    Add(Precision(area), ap);
                    Add(Recall(area), recall);
                    if (area != (int)CocoAreaRange.All)
                    {
                        continue;
                    }

                    Add(EvaluationMetric.Ar1, item.RecallWithin(_limits[0], iou, weights, toFind));
                    Add(EvaluationMetric.Ar10, item.RecallWithin(_limits[1], iou, weights, toFind));
                    if (iou is CocoDefinition.Iou50 or CocoDefinition.Iou75)
                    {
                        Add(iou == CocoDefinition.Iou50 ? EvaluationMetric.Ap50 : EvaluationMetric.Ap75, ap);
                    }
                }
            }
        }

        return [.. sums.Zip(counts, (sum, count) => count == 0 ? double.NaN : sum / count)];

        void Add(EvaluationMetric metric, double value)
        {
            sums[(int)metric] += value;
            counts[(int)metric]++;
        }
    }

    /// <summary>The numbers, and after them AP50 of each class, [12 + K]; NaN where no object was drawn to measure.</summary>
    /// <param name="weights">How often each image counts.</param>
    public double[] MeasureWithClasses(ReadOnlySpan<int> weights)
    {
        var measured = new double[MetricCount + _classes.Length];
        Measure(weights).CopyTo(measured, 0);
        var room = _classes.Max(item => item.DetectionCount);
        var (right, precision) = (new int[room], new double[room]);
        for (var index = 0; index < _classes.Length; index++)
        {
            var toFind = ToFind(index, weights);
            measured[MetricCount + index] = toFind == 0
                ? double.NaN
                : _classes[index].Measure((int)CocoAreaRange.All, CocoDefinition.Iou50, weights, toFind, right, precision).Ap;
        }

        return measured;
    }

    /// <summary>How many objects of a class are to be found.</summary>
    public int ToFind(int classIndex, ReadOnlySpan<int> weights) => _classes[classIndex].ToFind((int)CocoAreaRange.All, weights);

    private static EvaluationMetric Precision(int area) =>
        area == (int)CocoAreaRange.All ? EvaluationMetric.Ap : EvaluationMetric.ApSmall + (area - (int)CocoAreaRange.Small);

    private static EvaluationMetric Recall(int area) =>
        area == (int)CocoAreaRange.All ? EvaluationMetric.Ar100 : EvaluationMetric.ArSmall + (area - (int)CocoAreaRange.Small);
}
