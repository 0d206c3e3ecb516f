namespace Lat.Evaluation;

/// <summary>One of the 12 numbers over the seeds of a row.</summary>
/// <param name="Metric">Which number.</param>
/// <param name="Value">The number.</param>
/// <param name="Difference">How much more it is than the baseline's, seed by seed on the same images; null for the baseline itself, or without one.</param>
public sealed record MetricStatistics(EvaluationMetric Metric, Estimate Value, Estimate? Difference);
