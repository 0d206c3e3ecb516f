namespace Lat.Evaluation;

/// <summary>The one rule by which a difference is called a win or a loss.</summary>
public static class DifferenceVerdicts
{
    /// <param name="difference">The difference.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="isHigherBetter">Whether more of the number is better.</param>
    public static DifferenceVerdict Of(double difference, Interval interval, bool isHigherBetter)
    {
        if (!interval.IsKnown || double.IsNaN(difference))
        {
            return DifferenceVerdict.Unknown;
        }

        return interval.Contains(0) ? DifferenceVerdict.NotShown
            : difference > 0 == isHigherBetter ? DifferenceVerdict.Better
            : DifferenceVerdict.Worse;
    }
}
