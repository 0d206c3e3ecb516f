namespace Lat.Experiments;

/// <summary>Finds what a misspelled name was meant to be.</summary>
internal static class Suggestion
{
    private const int MostListed = 30;

    /// <summary>`; did you mean 'epochs'?`, or a list of what there is where nothing is near.</summary>
    public static string Offer(string name, IEnumerable<string> candidates, string noun)
    {
        var all = candidates.ToList();
        return Nearest(name, all) is { } near ? $"; did you mean '{near}'?"
            : all.Count == 0 ? $"; there are no {noun} here"
            : $"; {noun}: {string.Join(", ", all.Take(MostListed))}{(all.Count > MostListed ? ", …" : "")}";
    }

    /// <summary>The candidate with the fewest edits, if they are few for its length; the first of equals.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > 100)
        {
            return null;
        }

        var best = candidates.Where(candidate => candidate.Length <= 100)
            .Select(candidate => (Candidate: candidate, Edits: Distance(Normalize(name), Normalize(candidate))))
            .MinBy(pair => pair.Edits);
        if (best.Candidate is null)
        {
            return null;
        }

        // A word of one letter is one edit from every other.
        var shorter = Math.Min(name.Length, best.Candidate.Length);
        return best.Edits < shorter && best.Edits <= Math.Max(1, shorter / 3) ? best.Candidate : null;
    }

    /// <summary>Another convention (`learning_rate`) is no misspelling.</summary>
    private static string Normalize(string name) =>
        string.Concat(name.Where(character => character is not ('-' or '_' or ' '))).ToLowerInvariant();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.</summary>
    private static int Distance(string from, string to)
    {
        var (twoAbove, above) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = above[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(above[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    current[column] = Math.Min(current[column], twoAbove[column - 2] + 1);
                }
            }

            (twoAbove, above) = (above, current);
        }

        return above[to.Length];
    }
}
