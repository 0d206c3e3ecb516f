namespace Lat.Datasets;

/// <summary>Trams: long, low to the ground without wheels to be seen, sloping glass ends, two colours, a pantograph.</summary>
internal static class TramPainter
{
    private static readonly Paint Glass = Paint.Of(0x1B232B);
    private static readonly Paint Dark = Paint.Of(0x2A2C2F);

    public static void Draw(SolidBrush brush, StreetObject tram)
    {
        var (paint, accent) = (Paint.Of(tram.Color), Paint.Of(tram.Accent));
        double half = tram.Length / 2, width = tram.Width / 2, top = tram.Height;
        brush.GroundShadow(half, width * 1.04, 150);
        var slope = 0.95;
        brush.Body(
            [
                new(half - 0.25, 0.16, width * 0.9), new(half, 0.9, width * 0.92), new(half - slope, top - 0.35, width * 0.86),
                new(half - slope - 0.5, top, width * 0.8), new(-half + slope + 0.5, top, width * 0.8),
                new(-half + slope, top - 0.35, width * 0.86), new(-half, 0.9, width * 0.92), new(-half + 0.25, 0.16, width * 0.9),
            ],
            paint,
            [accent, Glass, paint, Paint.Of(0x9A9C9E), paint, Glass, accent, Dark]);
        brush.SidePanel(-half + 0.25, half - 0.25, 0.16, 1.15, width * 0.91, accent);
        brush.SidePanel(-half + 0.9, half - 0.9, 1.35, top - 0.65, width * 0.89, Glass);
        var parts = Math.Max(2, (int)(tram.Length / 6.5));
        for (var part = 0; part < parts; part++)
        {
            var from = -half + (tram.Length * part / parts);
            var to = -half + (tram.Length * (part + 1) / parts);
            if (part > 0)
            {
                brush.SidePanel(from - 0.22, from + 0.22, 0.16, top - 0.05, width * 0.9, Dark);
            }

            var door = (from + to) / 2;
            brush.SidePanel(door - 0.75, door + 0.75, 0.3, top - 0.7, width * 0.9, Paint.Of(0x3D4A55));
            brush.SidePanel(door - 0.05, door + 0.05, 0.3, top - 0.7, width * 0.9, accent);
        }

        End(brush, half, width, top, accent);
        End(brush, -half, width, top, accent);
        Pantograph(brush, top);
    }

    private static void End(SolidBrush brush, double forward, double width, double top, Paint accent)
    {
        if (!brush.Frame.IsEndSeen(forward))
        {
            return;
        }

        var front = forward > 0;
        var inward = front ? -1 : 1;
        brush.EndPanel(forward + (inward * 0.02), -width * 0.16, width * 0.16, 0.5, 0.8, Dark);
        brush.Lamps(
            forward, width * 0.5, width * 0.78, 0.62, 0.86, Paint.Of(front ? 0xFBF6DE : 0xC22222), brush.Scene.Atmosphere.IsDusk);
        var (low, high) = (forward + (inward * 0.9), forward + (inward * 1.05));
        brush.Scene.Lamp(
            [
                brush.Frame.At(low, -width * 0.45, top - 0.42), brush.Frame.At(low, width * 0.45, top - 0.42),
                brush.Frame.At(high, width * 0.45, top - 0.16), brush.Frame.At(high, -width * 0.45, top - 0.16),
            ],
            Paint.Of(0xFFC24A));
        brush.Scene.Limb(
            brush.Frame.At(forward, -width * 0.8, 1.0), brush.Frame.At(forward, width * 0.8, 1.0), 0.12, 0.12,
                accent.Mix(Paint.White, 0.6f));
    }

    private static void Pantograph(SolidBrush brush, double top)
    {
        var knee = brush.Frame.At(1.1, 0, top + 0.5);
        brush.Scene.Limb(brush.Frame.At(0.2, 0, top), knee, 0.07, 0.07, Dark);
        brush.Scene.Limb(knee, brush.Frame.At(0.2, 0, top + 0.95), 0.06, 0.06, Dark);
        brush.Scene.Limb(brush.Frame.At(0.2, -0.7, top + 0.95), brush.Frame.At(0.2, 0.7, top + 0.95), 0.07, 0.07, Dark);
    }
}
