using Lat.Core;

namespace Lat.Datasets;

/// <summary>Lines a street with houses and trees, and puts lamps, lights and bollards at its kerbs.</summary>
internal static class SceneryComposer
{
    private static readonly int[] LeafColors = [0x3F5E33, 0x4E6E3A, 0x5F7A3F, 0x38532F, 0x6E7A38];
    private static readonly int[] PillarColors = [0x3E5E4A, 0x7A3B34, 0x3A4E6E];

    public static IEnumerable<SceneryItem> Compose(
        StreetsLook look, StreetLayout layout, StreetCamera camera, PlacedObjects placed, RandomStream random)
    {
        var items = new List<SceneryItem>();
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Line(items, look, layout, side, random);
            Kerb(items, layout, side, random);
        }

        return items.Where(item => IsFree(item, camera, placed));
    }

    private static bool IsFree(SceneryItem item, StreetCamera camera, PlacedObjects placed)
    {
        var (right, depth) = camera.ToCamera(item.X, item.Z);
        var (forwardRight, forwardDepth) = camera.ToCamera(0, 1);
        var footprint = Footprint.Of(new ObjectFrame(right, depth, forwardRight, forwardDepth), item.Length, item.Width);
        return item.Kind == SceneryKind.Building || placed.IsFree(footprint);
    }

    private static void Line(List<SceneryItem> items, StreetsLook look, StreetLayout layout, int side, RandomStream random)
    {
        var wall = (side > 0 ? layout.RoadRight : -layout.RoadLeft) + layout.PavementWidth + random.NextDouble(0.4, 3);
        for (var z = random.NextDouble(-2, 4); z < 62;)
        {
            var length = random.NextDouble(8, 15);
            if (layout.CrossStreetZ is { } crossing && z < crossing + 5.5 && z + length > crossing - 5.5)
            {
                var room = crossing - 5.5 - z;
                length = room > 5 ? room : 0;
                if (length == 0)
                {
                    z = crossing + 5.5;
                    continue;
                }
            }

            if (random.NextBool(look.GreenShare))
            {
                var kind = random.NextBool(0.7) ? SceneryKind.Tree : SceneryKind.Bush;
                var color = LeafColors[random.NextInt(LeafColors.Length)];
                var height = kind == SceneryKind.Tree ? random.NextDouble(4.5, 8) : random.NextDouble(1.2, 2.2);
                items.Add(new(kind, side * (wall + random.NextDouble(-0.3, 2)), z + 2, random.NextDouble(2.4, 4), 2, height, color, 0));
                z += random.NextDouble(3.5, 6.5);
                continue;
            }

            var width = random.NextDouble(7, 11);
            var paint = look.BuildingColors[random.NextInt(look.BuildingColors.Count)];
            items.Add(new(
                SceneryKind.Building, side * (wall + (width / 2)), z + (length / 2), width, length, random.NextDouble(6, 15), paint,
                random.NextInt(1000)));
            z += length + (random.NextBool(0.25) ? random.NextDouble(1, 4) : 0.05);
        }
    }

    private static void Kerb(List<SceneryItem> items, StreetLayout layout, int side, RandomStream random)
    {
        var kerb = side > 0 ? layout.RoadRight : -layout.RoadLeft;
        for (var z = random.NextDouble(4.5, 12); z < 45; z += random.NextDouble(6, 15))
        {
            var x = side * (kerb + random.NextDouble(0.35, 0.8));
            var draw = random.NextDouble();
            items.Add(draw switch
            {
                < 0.42 => new(SceneryKind.Lamp, x, z, 0.2, 0.2, random.NextDouble(5, 7), 0, 0),
                < 0.62 => new(SceneryKind.Tree, x, z, random.NextDouble(1.8, 3), 0.4, random.NextDouble(4.6, 6.5),
                    LeafColors[random.NextInt(LeafColors.Length)], 0),
                < 0.82 => new(SceneryKind.Bollard, x, z, 0.17, 0.17, 0.9, 0, 0),
                < 0.92 => new(SceneryKind.Pillar, x + (side * 0.8), z, 1.1, 1.1, 3, PillarColors[random.NextInt(PillarColors.Length)], 0),
                _ => new(SceneryKind.TrafficLight, x, z, 0.3, 0.3, 3.2, 0, random.NextInt(2)),
            });
        }

        if (layout.CrossStreetZ is { } crossing && random.NextBool(0.7))
        {
            items.Add(new(
                SceneryKind.TrafficLight, side * (kerb + 0.5), crossing - StreetLayout.CrossStreetHalfWidth - 0.8, 0.3, 0.3, 3.3, 0,
                random.NextInt(2)));
        }
    }
}
