namespace Lat.Datasets;

/// <summary>The order in which things must be painted so that what is nearer hides what is behind it.</summary>
internal static class PaintingOrder
{
    /// <summary>The indices of the footprints, farthest first.</summary>
    public static List<int> Of(IReadOnlyList<Footprint> footprints)
    {
        // Sorted by depth first, so that the search below nearly always succeeds at its first candidate.
        var remaining = Enumerable.Range(0, footprints.Count)
            .OrderByDescending(index => footprints[index].Near + footprints[index].Far)
            .ToList();
        var order = new List<int>(remaining.Count);
        while (remaining.Count > 0)
        {
            // Three long things can hide each other in a ring; then the farthest of the rest goes first.
            var next = Math.Max(0, remaining.FindIndex(candidate => IsHindmost(candidate, remaining, footprints)));
            order.Add(remaining[next]);
            remaining.RemoveAt(next);
        }

        return order;
    }

    private static bool IsHindmost(int candidate, List<int> remaining, IReadOnlyList<Footprint> footprints)
    {
        foreach (var other in remaining)
        {
            if (other != candidate && footprints[candidate].IsBefore(footprints[other]))
            {
                return false;
            }
        }

        return true;
    }
}
