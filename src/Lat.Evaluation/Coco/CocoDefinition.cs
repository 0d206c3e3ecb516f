namespace Lat.Evaluation;

/// <summary>The constants of the official definition of COCO average precision for boxes.</summary>
public static class CocoDefinition
{
    /// <summary>The 10 IoU thresholds .50, .55, … .95, in the bits that `numpy.linspace` gives them (the sixth is 0.75 exactly).</summary>
    public static EquatableArray<double> IouThresholds { get; } = Spaced(0.5, 0.95, 10);

    /// <summary>The 101 recall thresholds 0, .01, … 1, in the bits that `numpy.linspace` gives them.</summary>
    public static EquatableArray<double> RecallThresholds { get; } = Spaced(0, 1, 101);

    /// <summary>The number of area ranges, <see cref="CocoAreaRange"/>.</summary>
    public const int AreaRangeCount = 4;

    /// <summary>The index of IoU 0.5 in <see cref="IouThresholds"/>.</summary>
    public const int Iou50 = 0;

    /// <summary>The index of IoU 0.75 in <see cref="IouThresholds"/>.</summary>
    public const int Iou75 = 5;

    /// <summary>Whether an area lies in a range, ends included.</summary>
    public static bool Contains(CocoAreaRange range, double area)
    {
        var (minimum, maximum) = Limits(range);
        return !(area < minimum || area > maximum);
    }

    /// <summary>The inclusive ends of a range in square pixels.</summary>
    public static (double Minimum, double Maximum) Limits(CocoAreaRange range) => range switch
    {
        CocoAreaRange.All => (0, 1e5 * 1e5),
        CocoAreaRange.Small => (0, 32 * 32),
        CocoAreaRange.Medium => (32 * 32, 96 * 96),
        CocoAreaRange.Large => (96 * 96, 1e5 * 1e5),
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "Not an area range."),
    };

    private static EquatableArray<double> Spaced(double first, double last, int count)
    {
        var step = (last - first) / (count - 1);
        return Enumerable.Range(0, count).Select(index => index == count - 1 ? last : (index * step) + first).ToEquatableArray();
    }
}
