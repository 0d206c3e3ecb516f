namespace Lat.Datasets;

/// <summary>Bicycles: two thin wheels, a frame of tubes, a saddle and a handlebar.</summary>
internal static class BicyclePainter
{
    private const double Radius = 0.35;
    private const double HalfBase = 0.53;
    private static readonly Paint Tyre = Paint.Of(0x1A1A1B);

    public static void Draw(SolidBrush brush, StreetObject bicycle)
    {
        var paint = Paint.Of(bicycle.Color);
        brush.GroundShadow(0.85, 0.14, 80);
        Wheel(brush, -HalfBase, 0.05, Tyre, 14);
        Wheel(brush, HalfBase, 0.05, Tyre, 14);

        var crank = brush.Frame.At(-0.04, 0, 0.3);
        var seat = brush.Frame.At(-0.22, 0, 0.86);
        var head = brush.Frame.At(0.4, 0, 0.88);
        var rear = brush.Frame.At(-HalfBase, 0, Radius);
        var top = bicycle.Style % 2 == 0 ? seat with { Up = 0.78 } : CameraPoint.Lerp(crank, seat, 0.45);
        const double tube = 0.055;
        brush.Scene.Limb(crank, seat, tube, tube, paint);
        brush.Scene.Limb(crank, head with { Up = 0.72 }, tube, tube, paint);
        brush.Scene.Limb(top, head with { Up = 0.8 }, tube, tube, paint);
        brush.Scene.Limb(crank, rear, tube, tube, paint);
        brush.Scene.Limb(seat with { Up = 0.75 }, rear, tube * 0.8, tube * 0.8, paint);
        brush.Scene.Limb(brush.Frame.At(HalfBase, 0, Radius), head, tube, tube, paint);
        brush.Scene.Limb(head, brush.Frame.At(0.37, 0, 1.02), 0.04, 0.04, Tyre);
        brush.Scene.Limb(brush.Frame.At(0.4, -0.28, 1.04), brush.Frame.At(0.4, 0.28, 1.04), 0.045, 0.045, Tyre);
        brush.Scene.Limb(brush.Frame.At(-0.36, 0, 0.95), brush.Frame.At(-0.12, 0, 0.94), 0.1, 0.06, Tyre);
        brush.Scene.Ball(crank, 0.09, 0.09, Paint.Of(0x3A3A3A));
        if (bicycle.Style % 3 == 0)
        {
            brush.Scene.Limb(brush.Frame.At(0.55, 0, 0.86), brush.Frame.At(0.72, 0, 0.86), 0.26, 0.28, Paint.Of(0x6E4E2E));
        }

        if (brush.Frame.IsEndSeen(-0.6))
        {
            brush.Scene.Ball(brush.Frame.At(-0.66, 0, 0.72), 0.045, 0.045, Paint.Of(0xD02020));
        }
    }

    /// <summary>A ring in the machine's plane.</summary>
    private static void Wheel(SolidBrush brush, double forward, double thickness, Paint paint, int spokesShade)
    {
        var hub = brush.Frame.At(forward, 0, Radius);
        for (var index = 0; index < 16; index++)
        {
            var from = UnitCircle.Points[index];
            var to = UnitCircle.Points[(index + 1) % 16];
            var start = brush.Frame.At(forward + (from.X * Radius), 0, Radius + (from.Y * Radius));
            brush.Scene.Limb(start, brush.Frame.At(forward + (to.X * Radius), 0, Radius + (to.Y * Radius)), thickness, thickness, paint);
            if (index % 4 == 0)
            {
                brush.Scene.Limb(start, hub, 0.012, 0.012, Paint.Gray(90 + spokesShade));
            }
        }
    }
}
