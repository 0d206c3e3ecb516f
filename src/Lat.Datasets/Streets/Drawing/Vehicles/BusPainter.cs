namespace Lat.Datasets;

/// <summary>Buses of one part, and bendy buses with bellows between two.</summary>
internal static class BusPainter
{
    private const double RearPartShare = 0.4;
    private static readonly Paint Glass = Paint.Of(0x222B34);
    private static readonly Paint Dark = Paint.Of(0x1D1E20);
    private static readonly Paint Amber = Paint.Of(0xFFA51F);

    public static void Draw(SolidBrush brush, StreetObject bus)
    {
        double half = bus.Length / 2, width = bus.Width / 2, radius = 0.48;
        brush.GroundShadow(half * 1.01, width * 1.05, 140);
        var joint = bus.Class == StreetClass.BusBendy ? -half + (bus.Length * RearPartShare) : -half;
        Span<double> axles = bus.Class == StreetClass.BusBendy ? [half - 2.6, joint + 2, -half + 2.6] : [half - 2.6, -half + 3];
        foreach (var axle in axles)
        {
            WheelPainter.Treads(brush, axle, radius, width);
        }

        if (bus.Class == StreetClass.BusBendy)
        {
            Bendy(brush, bus, half, joint, width);
        }
        else
        {
            Part(brush, bus, -half, half, width);
        }

        Front(brush, bus, half, width);
        Rear(brush, bus, half, width);
        foreach (var axle in axles)
        {
            WheelPainter.Discs(brush, axle, radius, width, Paint.Of(0x8A8D90));
        }
    }

    private static void Bendy(SolidBrush brush, StreetObject bus, double half, double joint, double width)
    {
        var isAway = brush.Frame.ForwardDepth > 0;
        Part(brush, bus, isAway ? joint + 0.7 : -half, isAway ? half : joint - 0.7, width);
        brush.Block(joint - 0.7, joint + 0.7, width * 0.93, 0.4, bus.Height - 0.05, Paint.Of(0x34363A));
        for (var fold = 0; fold < 5; fold++)
        {
            var at = joint - 0.6 + (fold * 0.28);
            brush.SidePanel(at, at + 0.1, 0.45, bus.Height - 0.1, width * 0.94, Paint.Of(0x111214));
        }

        Part(brush, bus, isAway ? -half : joint + 0.7, isAway ? joint - 0.7 : half, width);
    }

    private static void Part(SolidBrush brush, StreetObject bus, double rear, double front, double width)
    {
        var paint = Paint.Of(bus.Color);
        var top = bus.Height;
        brush.Body(
            [
                new(front, 0.3, width), new(front, top - 0.12, width * 0.98), new(front - 0.15, top, width * 0.94),
                new(rear + 0.1, top, width * 0.94), new(rear, top - 0.12, width * 0.98), new(rear, 0.32, width),
            ],
            paint,
            [paint, paint, Paint.Of(0xD9DBDC), paint, paint, Dark]);
        brush.SidePanel(rear + 0.25, front - 0.12, top * 0.45, top * 0.82, width, Glass);
        var panes = Math.Max(2, (int)((front - rear) / 1.5));
        for (var pane = 1; pane < panes; pane++)
        {
            var at = rear + ((front - rear) * pane / panes);
            brush.SidePanel(at - 0.05, at + 0.05, top * 0.45, top * 0.82, width, paint.Scale(0.55f));
        }

        brush.SidePanel(rear, front, 0.3, 0.55, width, Paint.Of(bus.Accent));
        brush.SidePanel(front - 1.9, front - 0.75, 0.4, top * 0.8, width, Paint.Of(0x2E3B47));
        brush.SidePanel(front - 1.35, front - 1.3, 0.4, top * 0.8, width, paint);
        var middle = (front + rear) / 2;
        brush.SidePanel(middle - 0.6, middle + 0.6, 0.4, top * 0.8, width, Paint.Of(0x2E3B47));
        brush.SidePanel(middle - 0.03, middle + 0.03, 0.4, top * 0.8, width, paint);
    }

    private static void Front(SolidBrush brush, StreetObject bus, double half, double width)
    {
        var top = bus.Height;
        brush.EndPanel(half, -width * 0.93, width * 0.93, top * 0.4, top * 0.8, Glass);
        brush.EndPanel(half, -width * 0.93, width * 0.93, top * 0.82, top * 0.95, Dark);
        if (brush.Frame.IsEndSeen(half))
        {
            brush.Scene.Lamp(
                [
                    brush.Frame.At(half, -width * 0.7, top * 0.84), brush.Frame.At(half, width * 0.7, top * 0.84),
                    brush.Frame.At(half, width * 0.7, top * 0.93), brush.Frame.At(half, -width * 0.7, top * 0.93),
                ],
                Amber);
        }

        brush.EndPanel(half, -width * 0.95, width * 0.95, 0.3, 0.55, Paint.Of(bus.Accent));
        brush.Lamps(half, width * 0.6, width * 0.92, 0.62, 0.86, Paint.Of(0xF4F1DC), brush.Scene.Atmosphere.IsDusk);
        for (var sign = -1; sign <= 1; sign += 2)
        {
            brush.Scene.Limb(
                brush.Frame.At(half + 0.1, sign * (width + 0.18), top * 0.62), brush.Frame.At(
                    half + 0.1, sign * (width + 0.18), top * 0.82), 0.16, 0.16, Dark);
        }
    }

    private static void Rear(SolidBrush brush, StreetObject bus, double half, double width)
    {
        var top = bus.Height;
        brush.EndPanel(-half, -width * 0.8, width * 0.8, top * 0.58, top * 0.84, Glass);
        brush.EndPanel(-half, -width * 0.7, width * 0.7, 0.5, top * 0.34, Paint.Of(bus.Color).Scale(0.6f));
        brush.EndPanel(-half, -0.3, 0.3, top * 0.38, top * 0.44, Paint.White);
        brush.EndPanel(-half, -width * 0.95, width * 0.95, 0.3, 0.48, Paint.Of(bus.Accent));
        brush.Lamps(-half, width * 0.8, width * 0.96, top * 0.2, top * 0.4, Paint.Of(0xC22222), brush.Scene.Atmosphere.IsDusk);
    }
}
