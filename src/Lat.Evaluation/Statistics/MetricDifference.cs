namespace Lat.Evaluation;

/// <summary>How much one side differs from another in one number, on the same images.</summary>
/// <param name="Metric">Which number.</param>
/// <param name="First">That of the first side, in [0, 1].</param>
/// <param name="Second">That of the second side.</param>
/// <param name="Interval">Where second minus first would lie on other images of the same kind.</param>
public sealed record MetricDifference(EvaluationMetric Metric, double First, double Second, Interval Interval)
{
    /// <summary>Second minus first.</summary>
    public double Difference => Second - First;

    /// <summary>What may be said of it: nothing where 0 lies inside the interval.</summary>
    public DifferenceVerdict Verdict => DifferenceVerdicts.Of(Difference, Interval, isHigherBetter: true);
}
