namespace Lat.Reports;

/// <summary>Order statistics.</summary>
internal static class Quantiles
{
    /// <summary>The value that a part of the values do not exceed, between neighbours in proportion; NaN of nothing.</summary>
    public static double Of(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var place = part * (sorted.Length - 1);
        var (below, above) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
