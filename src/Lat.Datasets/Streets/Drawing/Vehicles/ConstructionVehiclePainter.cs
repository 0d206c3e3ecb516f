namespace Lat.Datasets;

/// <summary>Excavators on tracks and wheel loaders, both with a cab, an arm and a bucket.</summary>
internal static class ConstructionVehiclePainter
{
    private static readonly Paint Glass = Paint.Of(0x2C3945);
    private static readonly Paint Steel = Paint.Of(0x3A3A3A);

    public static void Draw(SolidBrush brush, StreetObject machine)
    {
        var paint = Paint.Of(machine.Color);
        brush.GroundShadow(machine.Length * 0.42, machine.Width * 0.52, 130);
        var armFirst = brush.Frame.ForwardDepth > 0;
        if (armFirst)
        {
            Arm(brush, machine, paint);
        }

        if (machine.Style == 0)
        {
            Excavator(brush, machine, paint);
        }
        else
        {
            Loader(brush, machine, paint);
        }

        if (!armFirst)
        {
            Arm(brush, machine, paint);
        }
    }

    private static void Excavator(SolidBrush brush, StreetObject machine, Paint paint)
    {
        double half = machine.Length / 2, width = machine.Width / 2;
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var side = sign * width * 0.75;
            brush.Scene.Limb(
                brush.Frame.At(-half * 0.6, side, 0.36), brush.Frame.At(half * 0.5, side, 0.36), 0.72, 0.72, Paint.Of(0x242424));
            brush.Scene.Limb(brush.Frame.At(-half * 0.55, side, 0.36), brush.Frame.At(half * 0.45, side, 0.36), 0.34, 0.34, Steel);
        }

        brush.Block(-half * 0.75, half * 0.4, width * 0.95, 0.8, 1.75, paint);
        brush.SidePanel(-half * 0.72, -half * 0.2, 0.95, 1.55, width * 0.95, paint.Scale(0.7f));
        brush.Block(-half * 0.1, half * 0.42, width * 0.62, 1.7, machine.Height, paint);
        CabGlass(brush, -half * 0.1, half * 0.42, width * 0.62, machine.Height);
    }

    private static void Loader(SolidBrush brush, StreetObject machine, Paint paint)
    {
        double half = machine.Length / 2, width = machine.Width / 2, radius = 0.68;
        WheelPainter.Treads(brush, half * 0.36, radius, width);
        WheelPainter.Treads(brush, -half * 0.5, radius, width);
        brush.Block(-half * 0.95, half * 0.2, width * 0.75, 0.7, 1.85, paint);
        brush.SidePanel(-half * 0.9, -half * 0.45, 1.1, 1.7, width * 0.75, Steel);
        brush.EndPanel(-half * 0.95, -width * 0.55, width * 0.55, 1.0, 1.65, Steel);
        brush.Block(-half * 0.35, half * 0.18, width * 0.6, 1.7, machine.Height, paint);
        CabGlass(brush, -half * 0.35, half * 0.18, width * 0.6, machine.Height);
        WheelPainter.Discs(brush, half * 0.36, radius, width, paint);
        WheelPainter.Discs(brush, -half * 0.5, radius, width, paint);
    }

    private static void CabGlass(SolidBrush brush, double rear, double front, double width, double top)
    {
        brush.SidePanel(rear + 0.12, front - 0.1, 1.9, top - 0.18, width, Glass);
        brush.EndPanel(front, -width * 0.85, width * 0.85, 1.85, top - 0.18, Glass);
        brush.EndPanel(rear, -width * 0.85, width * 0.85, 1.95, top - 0.2, Glass);
        brush.Scene.Ball(brush.Frame.At((rear + front) / 2, 0, top + 0.08), 0.13, 0.13, Paint.Of(0xFF9A1A));
    }

    private static void Arm(SolidBrush brush, StreetObject machine, Paint paint)
    {
        var half = machine.Length / 2;
        if (machine.Style == 0)
        {
            var lift = 0.4 + (0.25 * machine.Pose);
            var elbow = brush.Frame.At(half * 0.75, 0.3, machine.Height + lift);
            var wrist = brush.Frame.At(half, 0.3, 1.2);
            brush.Scene.Limb(brush.Frame.At(half * 0.25, 0.3, 1.5), elbow, 0.5, 0.42, paint);
            brush.Scene.Limb(elbow, wrist, 0.38, 0.3, paint.Scale(0.92f));
            brush.Scene.Limb(wrist, brush.Frame.At(half * 0.85, 0.3, 0.55), 0.75, 0.5, Steel);
            return;
        }

        for (var sign = -1; sign <= 1; sign += 2)
        {
            brush.Scene.Limb(brush.Frame.At(half * 0.1, sign * 0.5, 1.6), brush.Frame.At(half * 0.72, sign * 0.5, 0.7), 0.3, 0.25, paint);
        }

        brush.Body(
            [
                new(half * 0.98, 0.25, machine.Width / 2), new(half * 0.9, 1.1, machine.Width / 2),
                new(half * 0.68, 1.05, machine.Width / 2), new(half * 0.7, 0.3, machine.Width / 2),
            ],
            Steel,
            [Paint.Of(0x6A6A6A), Steel, Steel, Steel]);
    }
}
