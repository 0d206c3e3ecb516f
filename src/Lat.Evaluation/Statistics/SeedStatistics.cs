namespace Lat.Evaluation;

/// <summary>The spread of one number over seeds.</summary>
/// <param name="Count">How many seeds; those where the number is absent (NaN) are left out.</param>
/// <param name="Mean">NaN of nothing.</param>
/// <param name="StandardDeviation">Of the sample (divided by n - 1); NaN below two seeds: one run says nothing of the spread.</param>
/// <param name="Minimum">NaN of nothing.</param>
/// <param name="Maximum">NaN of nothing.</param>
public sealed record SeedStatistics(int Count, double Mean, double StandardDeviation, double Minimum, double Maximum)
{
    public static SeedStatistics Of(IEnumerable<double> values)
    {
        var present = values.Where(value => !double.IsNaN(value)).ToArray();
        if (present.Length == 0)
        {
            return new SeedStatistics(0, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var mean = present.Sum() / present.Length;
        var squares = present.Sum(value => (value - mean) * (value - mean));
        var deviation = present.Length < 2 ? double.NaN : Math.Sqrt(squares / (present.Length - 1));
        return new SeedStatistics(present.Length, mean, deviation, present.Min(), present.Max());
    }
}
