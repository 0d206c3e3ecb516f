using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>
/// A mean over the runs of a method, one a seed, on the same images, and how far it may lie from what other seeds and other images would give.
/// Both come by resampling: images by a bootstrap, runs by the bootstrap that draws one run less than there are, whose variance is known without
/// drawing (Rao and Wu 1988): s²/n. Drawing as many runs as there are would make three seeds look a fifth surer than they are.
/// </summary>
/// <param name="Mean">The mean; NaN where nothing was measured.</param>
/// <param name="StandardDeviation">Over the seeds, of the sample; NaN below two.</param>
/// <param name="ImageError">The standard error over images of the mean; NaN where it is not known.</param>
/// <param name="Seeds">How many runs.</param>
public sealed record Estimate(double Mean, double StandardDeviation, double ImageError, int Seeds)
{
    /// <summary>
    /// The 95 % interval over images and seeds; with one seed over images alone. By Student's t: the seeds have n - 1 degrees of freedom, the
    /// images as good as infinitely many, the two together what Satterthwaite's rule says.
    /// </summary>
    public Interval Interval
    {
        get
        {
            var (overImages, overSeeds) = (ImageError * ImageError, Seeds > 1 ? StandardDeviation * StandardDeviation / Seeds : 0);
            var variance = overImages + overSeeds;
            return double.IsNaN(variance) || double.IsNaN(Mean)
                ? Interval.Unknown
                : Interval.Around(Mean, StudentInterval.Quantile(overSeeds == 0 ? double.PositiveInfinity : (Seeds - 1) * (variance / overSeeds) * (variance / overSeeds)) * Math.Sqrt(variance));
        }
    }

    /// <summary>What may be said of it where it is a difference and more is better.</summary>
    [JsonIgnore]
    public DifferenceVerdict Verdict => DifferenceVerdicts.Of(Mean, Interval, isHigherBetter: true);

    /// <param name="perSeed">The number of each run; absent ones are left out.</param>
    /// <param name="imageError">The standard error over images of their mean.</param>
    public static Estimate Of(IEnumerable<double> perSeed, double imageError)
    {
        var statistics = SeedStatistics.Of(perSeed);
        return new Estimate(statistics.Mean, statistics.StandardDeviation, imageError, statistics.Count);
    }
}
