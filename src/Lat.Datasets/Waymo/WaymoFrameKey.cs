namespace Lat.Datasets;

/// <summary>What the tables of Waymo's version 2 are joined by.</summary>
internal readonly record struct WaymoFrameKey(string Segment, long TimestampMicros, int Camera)
{
    public override string ToString() => WaymoCamera.ImageNameOf(Segment, TimestampMicros, Camera);
}
