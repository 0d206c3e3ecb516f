namespace Lat.Evaluation;

/// <summary>One of the 12 numbers with its interval over images.</summary>
/// <param name="Metric">Which number.</param>
/// <param name="Value">The number on the images as they are, in [0, 1]; NaN where absent.</param>
/// <param name="Interval">Where it would lie on other images of the same kind.</param>
public sealed record MetricInterval(EvaluationMetric Metric, double Value, Interval Interval);
