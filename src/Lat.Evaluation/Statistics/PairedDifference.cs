namespace Lat.Evaluation;

/// <summary>How much one method beats another, seed by seed: what the two share with a seed (data, initial weights) cancels out.</summary>
/// <param name="Differences">The spread of the differences, first minus second.</param>
/// <param name="Wins">On how many of the paired seeds the first is strictly better.</param>
public sealed record PairedDifference(SeedStatistics Differences, int Wins)
{
    /// <summary>
    /// The standard error of the mean difference; NaN below two pairs. A mean of more than about two of it is unlikely to be chance.
    /// </summary>
    public double StandardError => Differences.StandardDeviation / Math.Sqrt(Differences.Count);

    /// <summary>Pairs two methods by seed; a seed that only one of them has, or whose number is absent, is left out.</summary>
    public static PairedDifference Of(IEnumerable<KeyValuePair<Seed, double>> first, IEnumerable<KeyValuePair<Seed, double>> second)
    {
        var others = new Dictionary<Seed, double>(second);
        var differences = first.Where(pair => others.ContainsKey(pair.Key)).OrderBy(pair => pair.Key.Value)
            .Select(pair => pair.Value - others[pair.Key]).Where(difference => !double.IsNaN(difference)).ToList();
        return new PairedDifference(SeedStatistics.Of(differences), differences.Count(difference => difference > 0));
    }
}
