namespace Lat.Evaluation;

/// <summary>Mean and deviation of a number over a population.</summary>
public sealed record Spread(double Mean, double Deviation)
{
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public static Spread Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return new Spread(mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }
}
