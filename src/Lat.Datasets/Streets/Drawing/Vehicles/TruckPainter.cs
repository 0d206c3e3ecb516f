namespace Lat.Datasets;

/// <summary>Trucks: a cab, a gap, and a load: closed box, tarpaulin, tank or open skip.</summary>
internal static class TruckPainter
{
    private static readonly Paint Glass = Paint.Of(0x26303A);
    private static readonly Paint Chassis = Paint.Of(0x1F2022);

    public static void Draw(SolidBrush brush, StreetObject truck)
    {
        double half = truck.Length / 2, width = truck.Width / 2, radius = 0.48;
        var cabRear = half - 2.1;
        brush.GroundShadow(half * 1.02, width * 1.05, 135);
        Span<double> axles = [half - 1.15, -half + 1.3, -half + 2.5];
        foreach (var axle in axles)
        {
            WheelPainter.Treads(brush, axle, radius, width);
        }

        brush.Block(-half, half - 0.3, width * 0.55, 0.5, 0.95, Chassis);
        if (brush.Frame.ForwardDepth > 0)
        {
            Cab(brush, truck, cabRear, half, width);
            Load(brush, truck, -half, cabRear - 0.35, width);
        }
        else
        {
            Load(brush, truck, -half, cabRear - 0.35, width);
            Cab(brush, truck, cabRear, half, width);
        }

        foreach (var axle in axles)
        {
            WheelPainter.Discs(brush, axle, radius, width, Paint.Of(0x7B7E80));
        }
    }

    private static void Cab(SolidBrush brush, StreetObject truck, double rear, double front, double width)
    {
        var paint = Paint.Of(truck.Color);
        var top = Math.Min(truck.Height - 0.25, 2.75);
        brush.Body(
            [
                new(front, 0.42, width * 0.98), new(front, 1.55, width * 0.98), new(front - 0.22, top, width * 0.92),
                new(rear, top, width * 0.92), new(rear, 0.6, width * 0.98),
            ],
            paint,
            [paint, paint.Mix(Paint.Of(0x2B3540), 0.15f), paint, paint.Scale(0.8f), Chassis]);
        brush.SideShape(
            [new(front - 1.25, 1.5), new(front - 0.2, 1.5), new(front - 0.34, top - 0.3), new(front - 1.25, top - 0.3)], width * 0.95,
            Glass);
        if (brush.Frame.IsEndSeen(front))
        {
            brush.Scene.Flat(
                [
                    brush.Frame.At(front - 0.03, -width * 0.88, 1.58), brush.Frame.At(front - 0.03, width * 0.88, 1.58),
                    brush.Frame.At(front - 0.17, width * 0.84, top - 0.22), brush.Frame.At(front - 0.17, -width * 0.84, top - 0.22),
                ],
                Glass);
        }

        brush.EndPanel(front, -width * 0.7, width * 0.7, 0.85, 1.4, Chassis);
        brush.EndPanel(front, -width * 0.95, width * 0.95, 0.42, 0.75, Paint.Of(0x44474A));
        brush.Lamps(front, width * 0.62, width * 0.92, 0.55, 0.78, Paint.Of(0xF4F1DC), brush.Scene.Atmosphere.IsDusk && !truck.IsParked);
        for (var sign = -1; sign <= 1; sign += 2)
        {
            brush.Scene.Limb(
                brush.Frame.At(front - 0.1, sign * (width + 0.14), 1.6), brush.Frame.At(
                    front - 0.1, sign * (width + 0.14), 2.15), 0.16, 0.16, Chassis);
        }
    }

    private static void Load(SolidBrush brush, StreetObject truck, double rear, double front, double width)
    {
        var paint = Paint.Of(truck.Accent);
        var top = truck.Height;
        switch (truck.Style)
        {
            case 2:
                Tank(brush, rear, front, width, top, paint);
                break;
            case 3:
                Skip(brush, rear, front, width, paint);
                break;
            default:
                brush.Block(rear, front, width, 1.0, top, paint);
                brush.SidePanel(rear, front, 1.0, 1.14, width, Chassis);
                brush.SidePanel(rear, front, top - 0.1, top, width, paint.Scale(0.75f));
                Decoration(brush, truck, rear, front, width, top, paint);
                break;
        }

        brush.EndPanel(rear, -width * 0.98, width * 0.98, 0.55, 0.8, Chassis);
        brush.Lamps(rear, width * 0.7, width * 0.95, 0.6, 0.78, Paint.Of(0xC22222), brush.Scene.Atmosphere.IsDusk && !truck.IsParked);
    }

    private static void Decoration(SolidBrush brush, StreetObject truck, double rear, double front, double width, double top, Paint paint)
    {
        var mark = Paint.Of(truck.Color);
        if (truck.Style == 0)
        {
            brush.SidePanel(rear + ((front - rear) * 0.15), rear + ((front - rear) * 0.75), 1.7, top - 0.6, width, paint.Mix(mark, 0.75f));
            brush.EndPanel(rear, -0.03, 0.03, 1.05, top - 0.05, Paint.Of(0x505254));
            brush.EndPanel(rear, -width, -width * 0.94, 1.0, top, Paint.Of(0x606264));
            brush.EndPanel(rear, width * 0.94, width, 1.0, top, Paint.Of(0x606264));
            brush.EndPanels(rear, 0.25, 0.32, 1.1, top - 0.1, Paint.Of(0x8A8C8E));
            return;
        }

        for (var rib = 1; rib < 8; rib++)
        {
            var at = rear + ((front - rear) * rib / 8);
            brush.SidePanel(at - 0.03, at + 0.03, 1.14, top - 0.1, width, paint.Scale(0.78f));
        }

        brush.EndPanel(rear, -width, width, 1.0, 1.5, paint.Scale(0.7f));
        brush.EndPanels(rear, width * 0.45, width * 0.5, 1.5, top, paint.Scale(0.75f));
    }

    private static void Tank(SolidBrush brush, double rear, double front, double width, double top, Paint paint)
    {
        var middle = (1.0 + top) / 2;
        brush.Body(
            [
                new(front, 1.25, width * 0.7), new(front, middle, width), new(front, top - 0.3, width * 0.62),
                new(rear, top - 0.3, width * 0.62),
                new(rear, middle, width), new(rear, 1.25, width * 0.7),
            ],
            paint,
            [paint, paint.Scale(0.95f), paint, paint.Scale(0.95f), paint, Chassis]);
        brush.SidePanel(rear, front, middle - 0.12, middle + 0.06, width, Paint.Of(0xD8661C));
        brush.Block(rear + 1.2, rear + 2.0, 0.3, top - 0.3, top - 0.1, paint.Scale(0.7f));
        brush.EndPanel(rear, -0.4, 0.4, 1.4, 1.9, Paint.Of(0xE07A1F));
    }

    private static void Skip(SolidBrush brush, double rear, double front, double width, Paint paint)
    {
        var rim = 2.25;
        brush.Scene.Ball(brush.Frame.At((rear + front) / 2, 0, rim), width * 1.0, 0.45, Paint.Of(0x7A6248));
        brush.Body(
            [new(front, 1.0, width * 0.95), new(front, rim, width), new(rear - 0.1, rim, width), new(rear + 0.3, 1.0, width * 0.95)],
            paint,
            [paint, Paint.Of(0x6B563F), paint, Chassis]);
        for (var rib = 1; rib < 6; rib++)
        {
            var at = rear + ((front - rear) * rib / 6);
            brush.SidePanel(at - 0.06, at + 0.06, 1.05, rim, width, paint.Scale(0.7f));
        }
    }
}
