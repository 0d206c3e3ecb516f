namespace Lat.Evaluation;

/// <summary>
/// The 95 % interval of a mean over a few runs, by Student's t. A bootstrap of three seeds could not reach beyond the three numbers and would be
/// far too narrow; this one is as wide as so few runs deserve.
/// </summary>
public static class StudentInterval
{
    // The 97.5 % points of Student's t for 1 to 30 degrees of freedom; the last serves beyond, a little too wide.
    private static readonly double[] Points =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>Unknown below two runs.</summary>
    public static Interval Of(SeedStatistics statistics) => statistics.Count < 2
        ? Interval.Unknown
        : Interval.Around(
            statistics.Mean,
            Points[Math.Min(statistics.Count - 2, Points.Length - 1)] * statistics.StandardDeviation / Math.Sqrt(statistics.Count));

    /// <summary>
    /// The 97.5 % point of Student's t. Up to 30 degrees of freedom that of the whole number below, which is never too narrow; beyond, the series
    /// in 1/df around the normal's (Abramowitz and Stegun 26.7.5).
    /// </summary>
    /// <param name="degreesOfFreedom">At least 1; infinity for the normal distribution.</param>
    internal static double Quantile(double degreesOfFreedom)
    {
        const double Normal = 1.959964;
        return degreesOfFreedom < Points.Length + 1
            ? Points[Math.Max((int)degreesOfFreedom, 1) - 1]
            : Normal + (((Normal * Normal * Normal) + Normal) / (4 * degreesOfFreedom));
    }
}
