namespace Lat.Imaging;

/// <summary>
/// Colours for class indices, each as far as may be from all before it. A class keeps its colour however many follow.
/// </summary>
public static class Palette
{
    /// <summary>After so many the colours repeat: more could not be told apart.</summary>
    public const int Count = 48;

    /// <summary>The distance between two neighbours among the candidates, in 8-bit levels.</summary>
    private const int Step = 51;

    private static readonly RgbColor[] Colors = Choose();

    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static RgbColor ColorOf(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        return Colors[classIndex % Count];
    }


    /// <summary>Farthest point sampling over a grid of colours that show on streets: neither dark nor grey.</summary>
    private static RgbColor[] Choose()
    {
        var candidates = Candidates().ToList();
        var chosen = new List<RgbColor> { new(255, 51, 51) };
        var distances = candidates.ConvertAll(color => Distance(color, chosen[0]));
        while (chosen.Count < Count)
        {
            var next = candidates[distances.IndexOf(distances.Max())];
            chosen.Add(next);
            distances = [.. candidates.Select((color, i) => Math.Min(distances[i], Distance(color, next)))];
        }

        return [.. chosen];
    }

    private static IEnumerable<RgbColor> Candidates() =>
        from r in Levels()
        from g in Levels()
        from b in Levels()
        let brightest = Math.Max(r, Math.Max(g, b))
        let darkest = Math.Min(r, Math.Min(g, b))
        where brightest >= 3 * Step && brightest - darkest >= 2 * Step
        select new RgbColor((byte)r, (byte)g, (byte)b);

    private static IEnumerable<int> Levels() => Enumerable.Range(0, (255 / Step) + 1).Select(level => level * Step);

    /// <summary>Squared, weighted by how well the eye tells levels of red, green and blue apart, in whole numbers.</summary>
    private static int Distance(RgbColor a, RgbColor b)
    {
        var (r, g, blue, mean) = (a.R - b.R, a.G - b.G, a.B - b.B, (a.R + b.R) / 2);
        return (((512 + mean) * r * r) >> 8) + (4 * g * g) + (((767 - mean) * blue * blue) >> 8);
    }
}
