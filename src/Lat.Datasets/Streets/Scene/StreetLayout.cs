namespace Lat.Datasets;

/// <summary>The street that a scene stands in: where the ground is what, in metres to the right of the camera.</summary>
/// <param name="RoadLeft">The left kerb (negative).</param>
/// <param name="RoadRight">The right kerb.</param>
/// <param name="PavementWidth">Width of each pavement.</param>
/// <param name="LaneX">The lane line between the directions.</param>
/// <param name="TrackX">The middle of the tram track; null without one.</param>
/// <param name="CrossStreetZ">Metres ahead of the middle of a street that crosses; null without one.</param>
/// <param name="CrossingZ">Metres ahead of the middle of a pedestrian crossing; null without one.</param>
/// <param name="RoadColor">Colour of the road, 0xRRGGBB.</param>
/// <param name="PavementColor">Colour of the pavement, 0xRRGGBB.</param>
/// <param name="VergeColor">Colour of the ground beyond, 0xRRGGBB.</param>
public sealed record StreetLayout(
    double RoadLeft,
    double RoadRight,
    double PavementWidth,
    double LaneX,
    double? TrackX,
    double? CrossStreetZ,
    double? CrossingZ,
    int RoadColor,
    int PavementColor,
    int VergeColor)
{
    /// <summary>Half the width of the street that crosses, in metres.</summary>
    public const double CrossStreetHalfWidth = 3.6;
}
