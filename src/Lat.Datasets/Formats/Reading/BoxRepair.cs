using Lat.Core;

namespace Lat.Datasets;

/// <summary>What becomes of each box that a file has, by <see cref="InvalidBoxPolicy"/>.</summary>
internal static class BoxRepair
{
    /// <summary>The box to keep, or null where it is dropped or refused.</summary>
    public static Box? Apply(RawBox raw, ImageSize size, InvalidBoxPolicy policy, in RecordPlace place, ReadFaults faults)
    {
        var isBox = raw.IsFinite && !raw.IsInverted;
        if (isBox && raw.IsWithin(size) && raw.X1 < raw.X2 && raw.Y1 < raw.Y2)
        {
            return new Box(raw.X1, raw.Y1, raw.X2, raw.Y2);
        }

        var problem = Describe(raw, size);
        if (policy == InvalidBoxPolicy.Refuse || (policy == InvalidBoxPolicy.Clip && !isBox))
        {
            faults.Add(place, $"the box {raw} {problem}", isBox ? "Correct it, or let boxes be clipped: invalid boxes `clip`" : "Correct it, or drop such boxes: invalid boxes `drop`");
            return null;
        }

        if (policy == InvalidBoxPolicy.Drop)
        {
            faults.Warn("boxes dropped: invalid", place, $"the box {raw} {problem}", "Correct it if it should count");
            return null;
        }

        var clipped = new Box(raw.X1, raw.Y1, raw.X2, raw.Y2).ClipTo(size);
        if (clipped.Width <= 0 || clipped.Height <= 0)
        {
            faults.Warn("boxes dropped: no area in the image", place, $"the box {raw} {problem}", "Correct it if it should count");
            return null;
        }

        faults.Count("boxes clipped to the image");
        return clipped;
    }

    private static string Describe(RawBox raw, ImageSize size) => raw switch
    {
        { IsFinite: false } => "is not finite",
        { IsInverted: true } => "has its maximum before its minimum",
        _ when !raw.IsWithin(size) => $"reaches out of the image of {size}",
        _ => "has no area",
    };
}
