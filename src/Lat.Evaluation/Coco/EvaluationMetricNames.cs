namespace Lat.Evaluation;

/// <summary>How people write the metrics.</summary>
public static class EvaluationMetricNames
{
    /// <summary>The metric as tables head it: AP, AP50, AP small, AR@100.</summary>
    public static string ToLabel(this EvaluationMetric metric) => metric switch
    {
        EvaluationMetric.Ap => "AP",
        EvaluationMetric.Ap50 => "AP50",
        EvaluationMetric.Ap75 => "AP75",
        EvaluationMetric.ApSmall => "AP small",
        EvaluationMetric.ApMedium => "AP medium",
        EvaluationMetric.ApLarge => "AP large",
        EvaluationMetric.Ar1 => "AR@1",
        EvaluationMetric.Ar10 => "AR@10",
        EvaluationMetric.Ar100 => "AR@100",
        EvaluationMetric.ArSmall => "AR small",
        EvaluationMetric.ArMedium => "AR medium",
        EvaluationMetric.ArLarge => "AR large",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Not a metric."),
    };
}
