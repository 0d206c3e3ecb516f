using Lat.Core;

namespace Lat.Datasets;

/// <summary>The ground: verges, road, pavements, kerbs, marks, tram rails, wear and puddles.</summary>
internal static class GroundPainter
{
    private static readonly double[] Depths = [0.3, 2.2, 3, 4, 5.2, 6.8, 9, 12, 16, 22, 32, 48, 80, 200];
    private static readonly Paint MarkPaint = Paint.Of(0xDDDDD6);

    public static void Draw(SceneBrush brush, StreetScene scene)
    {
        var layout = scene.Layout;
        var random = scene.TextureSeed.Derive("ground").ToStream();
        var wet = scene.Weather == Weather.Rain;
        var road = Paint.Of(layout.RoadColor).Scale(wet ? 0.8f : 1);
        var pavement = Paint.Of(layout.PavementColor).Scale(wet ? 0.85f : 1);
        for (var y = (int)(scene.Camera.HorizonY * Canvas.Fineness); y < brush.Canvas.Height; y++)
        {
            var rows = Math.Max(0.5, y - (scene.Camera.HorizonY * Canvas.Fineness));
            var depth = scene.Camera.Height * scene.Camera.FocalLength * Canvas.Fineness / rows;
            brush.Canvas.FillRow(y, brush.Atmosphere.See(Paint.Of(layout.VergeColor), 1, depth).Pack());
        }

        for (var slice = Depths.Length - 1; slice > 0; slice--)
        {
            var (near, far) = (Depths[slice - 1], Depths[slice]);
            var tone = 1 + (float)random.NextDouble(-0.02, 0.02);
            Strip(brush, scene, layout.RoadLeft - layout.PavementWidth, layout.RoadRight + layout.PavementWidth, near, far,
                pavement.Scale(tone));
            Strip(brush, scene, layout.RoadLeft - 0.22, layout.RoadRight + 0.22, near, far, pavement.Scale(1.14f));
            Strip(brush, scene, layout.RoadLeft - 0.08, layout.RoadRight + 0.08, near, far, road.Scale(0.62f));
            Strip(brush, scene, layout.RoadLeft, layout.RoadRight, near, far, road.Scale(tone));
        }

        if (layout.CrossStreetZ is { } crossing)
        {
            Strip(brush, scene, -60, 60, crossing - StreetLayout.CrossStreetHalfWidth, crossing + StreetLayout.CrossStreetHalfWidth, road);
        }

        Wear(brush, scene, random, road);
        Marks(brush, scene, random);
    }

    private static void Marks(SceneBrush brush, StreetScene scene, RandomStream random)
    {
        var layout = scene.Layout;
        bool IsClear(double z) => layout.CrossStreetZ is not { } middle || Math.Abs(z - middle) > StreetLayout.CrossStreetHalfWidth + 2;
        var start = random.NextDouble(0.5, 4);
        for (var z = start; z < 60; z += 4)
        {
            if (IsClear(z) && IsClear(z + 1.8))
            {
                Strip(brush, scene, layout.LaneX - 0.08, layout.LaneX + 0.08, z, z + 1.8, MarkPaint);
            }
        }

        foreach (var edge in (ReadOnlySpan<double>)[layout.RoadLeft + 2.1, layout.RoadRight - 2.1])
        {
            for (var z = 1.0; z < 40 && Math.Abs(edge - layout.LaneX) > 2; z += 6)
            {
                if (IsClear(z) && IsClear(z + 5))
                {
                    Strip(brush, scene, edge - 0.05, edge + 0.05, z, z + 5, MarkPaint.Scale(0.9f));
                }
            }
        }

        if (layout.CrossingZ is { } zebra)
        {
            for (var x = layout.RoadLeft + 0.3; x < layout.RoadRight - 0.4; x += 1.0)
            {
                Strip(brush, scene, x, x + 0.5, zebra - 1.3, zebra + 1.3, MarkPaint);
            }
        }

        if (layout.TrackX is { } track)
        {
            foreach (var rail in (ReadOnlySpan<double>)[track - 0.72, track + 0.72])
            {
                for (var slice = Depths.Length - 1; slice > 0; slice--)
                {
                    Strip(brush, scene, rail - 0.09, rail + 0.09, Depths[slice - 1], Depths[slice], Paint.Of(0x4A4A4C));
                    Strip(brush, scene, rail - 0.03, rail + 0.03, Depths[slice - 1], Depths[slice], Paint.Of(0xA8ABB0));
                }
            }
        }
    }

    private static void Wear(SceneBrush brush, StreetScene scene, RandomStream random, Paint road)
    {
        var layout = scene.Layout;
        for (var patch = 4 + random.NextInt(6); patch > 0; patch--)
        {
            double x = random.NextDouble(layout.RoadLeft, layout.RoadRight - 1), z = random.NextDouble(2.5, 22);
            double width = random.NextDouble(0.3, 2), length = random.NextDouble(0.4, 4);
            Strip(brush, scene, x, Math.Min(layout.RoadRight, x + width), z, z + length, road.Scale((float)random.NextDouble(0.86, 1.08)));
        }

        if (scene.Weather == Weather.Rain)
        {
            for (var puddle = 0; puddle < 5; puddle++)
            {
                double x = random.NextDouble(layout.RoadLeft, layout.RoadRight - 1.5), z = random.NextDouble(3, 16);
                Veil(brush, scene, x, x + random.NextDouble(0.8, 2.2), z, z + random.NextDouble(0.5, 1.6),
                    brush.Atmosphere.HorizonColor, 90);
            }
        }
        else if (scene.Weather == Weather.Clear && scene.Lighting == Lighting.Day && random.NextBool(0.6))
        {
            var reach = random.NextDouble(0.8, 4.5);
            var (from, to) = brush.Atmosphere.SunIsLeft
                ? (layout.RoadLeft - layout.PavementWidth, layout.RoadLeft + reach)
                : (layout.RoadRight - reach, layout.RoadRight + layout.PavementWidth);
            for (var z = random.NextDouble(1, 5); z < 45; z += random.NextDouble(9, 15))
            {
                Veil(brush, scene, from, to, z, z + random.NextDouble(4, 10), Paint.Of(0x101828), 84);
            }
        }
    }

    private static void Strip(SceneBrush brush, StreetScene scene, double left, double right, double near, double far, Paint paint) =>
        brush.Flat([At(scene, left, near), At(scene, right, near), At(scene, right, far), At(scene, left, far)], paint);

    private static void Veil(
        SceneBrush brush, StreetScene scene, double left, double right, double near, double far, Paint paint, int opacity) =>
        brush.Veil([At(scene, left, near), At(scene, right, near), At(scene, right, far), At(scene, left, far)], paint, opacity);

    private static CameraPoint At(StreetScene scene, double x, double z)
    {
        var (right, depth) = scene.Camera.ToCamera(x, z);
        return new(right, 0, depth);
    }
}
