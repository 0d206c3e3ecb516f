using Lat.Core;

namespace Lat.Datasets;

/// <summary>Lays out the street and puts the camera into it.</summary>
internal static class LayoutComposer
{
    private static readonly int[] PavementColors = [0x9A958C, 0xA5A29B, 0x8C8882, 0xB0A795];
    private static readonly int[] VergeColors = [0x6F7F55, 0x7F8A66, 0x8E8778, 0x667A52];

    /// <param name="look">How the dataset's camera drives.</param>
    /// <param name="hasTram">Whether there will be a tram, which needs rails.</param>
    /// <param name="random">Where the choices come from.</param>
    public static StreetLayout Compose(StreetsLook look, bool hasTram, RandomStream random)
    {
        var laneX = random.NextDouble(-2.1, -1.4);
        var right = laneX + 3.4 + (random.NextBool(0.6) ? 2.2 : 0.3);
        var left = laneX - 3.4 - (random.NextBool(0.6) ? 2.2 : 0.3);
        double? crossStreet = random.NextBool(0.62) ? random.NextDouble(10, 20) : null;
        double? track = random.NextBool(hasTram ? 0.8 : 0.1) ? laneX + (random.NextBool(0.7) ? -1.7 : 1.7) : null;
        double? zebra = crossStreet is { } z && random.NextBool(0.55) ? z - StreetLayout.CrossStreetHalfWidth - 1.9
            : random.NextBool(0.2) ? random.NextDouble(6, 13) : null;
        return new StreetLayout(
            left,
            right,
            random.NextDouble(2.4, 4.2),
            laneX,
            track,
            crossStreet,
            zebra,
            look.RoadColors[random.NextInt(look.RoadColors.Count)],
            PavementColors[random.NextInt(PavementColors.Length)],
            VergeColors[random.NextInt(VergeColors.Length)]);
    }

    public static StreetCamera PlaceCamera(StreetsLook look, ImageSize size, RandomStream random) => new(
        look.CameraHeight * random.NextDouble(0.94, 1.06),
        look.FocalLength * size.Width,
        size.Width / 2.0,
        size.Height * (look.Horizon + random.NextDouble(-0.03, 0.03)),
        Heading.Towards(random.NextDouble(-0.24, 0.24), 1));
}
