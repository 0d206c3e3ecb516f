namespace Lat.Evaluation;

/// <summary>How intervals are drawn by resampling images (Efron and Tibshirani 1993, chapter 13, percentile intervals).</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many times the images are drawn anew. Default 1000: the ends of a 95 % interval then rest on 25 draws each.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>The share of replicates inside the interval, between 0 and 1. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The origin of the draws; the same seed gives the same intervals on any machine. Default 1.</summary>
    public Seed Seed { get; init; } = new(1);

    /// <exception cref="LatException">There are too few replicates, or the confidence is no share.</exception>
    internal void Validate()
    {
        if (Replicates < 2 || !(Confidence > 0 && Confidence < 1))
        {
            throw new LatException(FormattableString.Invariant(
                $"Cannot draw intervals with {Replicates} replicates and confidence {Confidence}; expected at least 2, and between 0 and 1, such as 1000 and 0.95."));
        }
    }
}
