namespace Lat.Datasets;

/// <summary>Motorcycles and scooters: two thick wheels, an engine, a tank and a seat.</summary>
internal static class MotorcyclePainter
{
    private const double Radius = 0.31;
    private const double HalfBase = 0.7;
    private static readonly Paint Dark = Paint.Of(0x19191B);
    private static readonly Paint Steel = Paint.Of(0x8D9094);

    public static void Draw(SolidBrush brush, StreetObject motorcycle)
    {
        var paint = Paint.Of(motorcycle.Color);
        brush.GroundShadow(1.05, 0.3, 110);
        Wheel(brush, -HalfBase);
        Wheel(brush, HalfBase);
        var head = brush.Frame.At(0.4, 0, 0.86);
        brush.Scene.Limb(brush.Frame.At(HalfBase, 0, Radius), head, 0.12, 0.1, Steel);
        brush.Scene.Limb(brush.Frame.At(-0.2, 0, 0.42), brush.Frame.At(0.28, 0, 0.44), 0.36, 0.34, Paint.Of(0x3B3D40));
        brush.Scene.Limb(brush.Frame.At(-0.5, 0.2, 0.34), brush.Frame.At(-0.95, 0.2, 0.4), 0.1, 0.13, Steel);
        if (motorcycle.Style == 2)
        {
            Scooter(brush, paint);
        }
        else
        {
            brush.Scene.Limb(brush.Frame.At(-0.02, 0, 0.76), brush.Frame.At(0.3, 0, 0.8), 0.26, 0.3, paint);
            brush.Scene.Limb(brush.Frame.At(-0.72, 0, 0.8), brush.Frame.At(-0.12, 0, 0.76), 0.16, 0.18, Dark);
            brush.Scene.Limb(brush.Frame.At(-0.95, 0, 0.84), brush.Frame.At(-0.62, 0, 0.72), 0.14, 0.16, paint);
        }

        if (motorcycle.Style == 1)
        {
            brush.Scene.Limb(brush.Frame.At(0.3, 0, 0.58), brush.Frame.At(0.56, 0, 0.88), 0.36, 0.34, paint);
            brush.Scene.Limb(brush.Frame.At(0.5, 0, 1.0), brush.Frame.At(0.42, 0, 1.14), 0.26, 0.2, Paint.Of(0x4A5A66));
        }

        brush.Scene.Limb(brush.Frame.At(0.36, -0.38, 0.98), brush.Frame.At(0.36, 0.38, 0.98), 0.07, 0.07, Dark);
        Ends(brush);
    }

    private static void Scooter(SolidBrush brush, Paint paint)
    {
        brush.Scene.Limb(brush.Frame.At(-0.8, 0, 0.62), brush.Frame.At(-0.3, 0, 0.6), 0.4, 0.36, paint);
        brush.Scene.Limb(brush.Frame.At(-0.75, 0, 0.83), brush.Frame.At(-0.2, 0, 0.82), 0.16, 0.16, Dark);
        brush.Scene.Limb(brush.Frame.At(0.35, 0, 0.32), brush.Frame.At(0.46, 0, 0.95), 0.4, 0.3, paint);
        brush.Scene.Limb(brush.Frame.At(-0.3, 0, 0.3), brush.Frame.At(0.36, 0, 0.28), 0.14, 0.14, paint.Scale(0.8f));
    }

    private static void Ends(SolidBrush brush)
    {
        if (brush.Frame.IsEndSeen(0.5))
        {
            var lamp = brush.Frame.At(0.6, 0, 0.86);
            brush.Scene.Ball(lamp, 0.11, 0.11, Paint.Of(0xFBF6DE), 1.1f);
            if (brush.Scene.Atmosphere.IsDusk)
            {
                brush.Scene.Glow(lamp, 0.5, Paint.Of(0xFFF2C8), 60);
            }
        }

        if (brush.Frame.IsEndSeen(-0.8))
        {
            brush.Scene.Ball(brush.Frame.At(-0.96, 0, 0.74), 0.09, 0.06, Paint.Of(0xD01E1E), 1.1f);
            brush.EndPanel(-0.98, -0.1, 0.1, 0.5, 0.62, Paint.Of(0xE8E6D8));
        }
    }

    private static void Wheel(SolidBrush brush, double forward)
    {
        for (var index = 0; index < 16; index++)
        {
            var from = UnitCircle.Points[index];
            var to = UnitCircle.Points[(index + 1) % 16];
            const double ring = Radius - 0.065;
            brush.Scene.Limb(
                brush.Frame.At(forward + (from.X * ring), 0, Radius + (from.Y * ring)),
                brush.Frame.At(forward + (to.X * ring), 0, Radius + (to.Y * ring)), 0.14, 0.14, Dark);
        }

        brush.Scene.Ball(brush.Frame.At(forward, 0, Radius), 0.12 * brush.Frame.SideShare, 0.12, Steel);
    }
}
