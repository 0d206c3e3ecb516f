namespace Lat.Evaluation;

/// <summary>Reads any metric out of a result.</summary>
public static class MetricReading
{
    /// <summary>The value, in [0, 1]; NaN where the result lacks it.</summary>
    public static double Of(MethodResult result, MetricName metric)
    {
        if (metric.Number is { } number)
        {
            return metric.OfClass is { } name ? OfClass(result, number, name) : result.Metrics[number];
        }

        if (result.Analysis is not { } analysis)
        {
            return double.NaN;
        }

        return metric.Value switch
        {
            "tide/classification" => analysis.Tide[TideErrorKind.Classification].DeltaAp,
            "tide/localization" => analysis.Tide[TideErrorKind.Localization].DeltaAp,
            "tide/both" => analysis.Tide[TideErrorKind.Both].DeltaAp,
            "tide/duplicate" => analysis.Tide[TideErrorKind.Duplicate].DeltaAp,
            "tide/background" => analysis.Tide[TideErrorKind.Background].DeltaAp,
            "tide/missed" => analysis.Tide[TideErrorKind.Missed].DeltaAp,
            "tide/false-positive" => analysis.Tide.FalsePositiveDeltaAp,
            "tide/false-negative" => analysis.Tide.FalseNegativeDeltaAp,
            "calibration/expected" => analysis.Calibration.ExpectedError,
            "calibration/maximum" => analysis.Calibration.MaximumError,
            "confusion/wrong-class" => analysis.Confusion.WrongClassShare(),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Not a metric."),
        };
    }

    /// <summary>The interval over images that the result itself has; unknown for all but the 12 numbers.</summary>
    public static Interval IntervalOf(MethodResult result, MetricName metric) =>
        metric.OfClass is null && metric.Number is { } number
            && result.Analysis?.Intervals.FirstOrDefault(item => item.Metric == number) is { } found
            ? found.Interval
            : Interval.Unknown;

    private static double OfClass(MethodResult result, EvaluationMetric number, ClassName name)
    {
        if (result.Analysis?.PerClass.FirstOrDefault(item => item.ClassName == name) is { } analysed)
        {
            return analysed[number];
        }

        return (result.Metrics.PerClass.FirstOrDefault(item => item.ClassName == name), number) switch
        {
            ({ } found, EvaluationMetric.Ap) => found.Ap,
            ({ } found, EvaluationMetric.Ap50) => found.Ap50,
            _ => double.NaN,
        };
    }
}
