namespace Lat.Datasets;

/// <summary>The ground that something stands on, as upright bounds before the camera, in metres.</summary>
internal readonly record struct Footprint(double Left, double Right, double Near, double Far)
{
    public static Footprint Of(ObjectFrame frame, double length, double width)
    {
        var across = ((Math.Abs(frame.ForwardRight) * length) + (Math.Abs(frame.ForwardDepth) * width)) / 2;
        var along = ((Math.Abs(frame.ForwardDepth) * length) + (Math.Abs(frame.ForwardRight) * width)) / 2;
        return new(frame.Right - across, frame.Right + across, frame.Depth - along, frame.Depth + along);
    }

    /// <summary>Whether this can hide a part of the other: whether a plane parts them with the camera on this side.</summary>
    public bool IsBefore(Footprint other)
    {
        if (Far <= other.Near)
        {
            return true;
        }

        if (other.Far <= Near)
        {
            return false;
        }

        if (Right <= other.Left)
        {
            return Right + other.Left > 0;
        }

        if (other.Right <= Left)
        {
            return other.Right + Left < 0;
        }

        return Near + Far < other.Near + other.Far;
    }

    public bool Overlaps(Footprint other, double gap) =>
        Left < other.Right + gap && other.Left < Right + gap && Near < other.Far + gap && other.Near < Far + gap;
}
