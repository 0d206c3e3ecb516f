namespace Lat.Evaluation;

/// <summary>What all seeds of a row of the table say together of one target.</summary>
/// <param name="Metrics">The 12 numbers.</param>
/// <param name="Classes">The classes, in the order of the label space.</param>
public sealed record MethodStatistics(EquatableArray<MetricStatistics> Metrics, EquatableArray<ClassStatistics> Classes)
{
    /// <summary>Classes of which the images to measure on have no object: no number is a mean over them. Default none.</summary>
    public EquatableArray<ClassName> AbsentFromValidation { get; init; } = [];

    /// <summary>Classes of which the target's own training images have no object; their AP counts in the means all the same. Default none.</summary>
    public EquatableArray<ClassName> AbsentFromTraining { get; init; } = [];

    public MetricStatistics this[EvaluationMetric metric] => Metrics.First(item => item.Metric == metric);
}
