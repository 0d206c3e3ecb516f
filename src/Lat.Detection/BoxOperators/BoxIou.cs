namespace Lat.Detection;

/// <summary>Overlaps of boxes held as flat spans, [n * 4] xyxy in pixels.</summary>
public static class BoxIou
{
    /// <summary>Intersection over union of two boxes; 0 where neither has area.</summary>
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var intersection = Intersection(a, b);
        var union = Area(a) + Area(b) - intersection;
        return union > 0 ? intersection / union : 0;
    }

    /// <summary>The share of the first box that lies in the second, in [0, 1]; 0 for a box without area.</summary>
    public static float Coverage(ReadOnlySpan<float> box, ReadOnlySpan<float> region)
    {
        var area = Area(box);
        return area > 0 ? Intersection(box, region) / area : 0;
    }

    /// <summary>The largest share of a box that lies in one of several regions ([n * 4]).</summary>
    public static float LargestCoverage(ReadOnlySpan<float> box, ReadOnlySpan<float> regions)
    {
        var largest = 0f;
        for (var region = 0; region < regions.Length; region += 4)
        {
            largest = Math.Max(largest, Coverage(box, regions.Slice(region, 4)));
        }

        return largest;
    }

    public static float Area(ReadOnlySpan<float> box) => (box[2] - box[0]) * (box[3] - box[1]);

    private static float Intersection(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var width = Math.Min(a[2], b[2]) - Math.Max(a[0], b[0]);
        var height = Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]);
        return width > 0 && height > 0 ? width * height : 0;
    }
}
