using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Detection;

/// <summary>Draws a fixed number of candidates, of which at most a fraction are objects; background fills the rest.</summary>
/// <param name="batchSize">Candidates to draw; fewer where there are not enough.</param>
/// <param name="positiveFraction">The largest share of objects.</param>
public sealed class BalancedSampler(int batchSize, double positiveFraction)
{
    /// <summary>Indices of the drawn objects and of the drawn background, each ascending.</summary>
    public (int[] Positives, int[] Negatives) Draw(BoxMatches matches, RandomStream random)
    {
        var (positives, negatives) = (new List<int>(), new List<int>());
        for (var candidate = 0; candidate < matches.Targets.Length; candidate++)
        {
            if (matches.Targets[candidate] >= 0)
            {
                positives.Add(candidate);
            }
            else if (matches.Targets[candidate] == BoxMatches.Background)
            {
                negatives.Add(candidate);
            }
        }

        var drawnPositives = DrawWithoutReplacement(positives, (int)(batchSize * positiveFraction), random);
        return (drawnPositives, DrawWithoutReplacement(negatives, batchSize - drawnPositives.Length, random));
    }

    private static int[] DrawWithoutReplacement(List<int> candidates, int limit, RandomStream random)
    {
        var items = CollectionsMarshal.AsSpan(candidates);
        var count = Math.Min(limit, items.Length);
        for (var drawn = 0; drawn < count && count < items.Length; drawn++)
        {
            var other = drawn + random.NextInt(items.Length - drawn);
            (items[drawn], items[other]) = (items[other], items[drawn]);
        }

        var chosen = items[..count].ToArray();
        Array.Sort(chosen);
        return chosen;
    }
}
