using Lat.Core;

namespace Lat.Datasets;

/// <summary>How many boxes there are of each size, in steps of twice the side.</summary>
public static class BoxSides
{
    private const int MaxStep = 13;

    /// <summary>Counts by the square root of the box's area: below 2 pixels, below 4, below 8 and so on, up to the largest that there is.</summary>
    public static EquatableArray<(double Below, int Boxes)> Of(AnnotationSet set)
    {
        var counts = new int[MaxStep + 1];
        foreach (var image in set.Images)
        {
            foreach (var annotation in image.Annotations.AsSpan())
            {
                var side = Math.Sqrt(annotation.Box.Area);
                var step = 0;
                while (step < MaxStep && side >= 2 << step)
                {
                    step++;
                }

                counts[step]++;
            }
        }

        var used = Array.FindLastIndex(counts, count => count > 0) + 1;
        return counts.Take(used).Select((count, step) => ((double)(2 << step), count)).ToEquatableArray();
    }
}
