namespace Lat.Datasets;

/// <summary>Wheels of everything on more than two of them.</summary>
internal static class WheelPainter
{
    private static readonly Paint Tyre = Paint.Of(0x1C1C1E);
    private static readonly Paint Arch = Paint.Of(0x121214);

    /// <summary>What shows of an axle's tyres beneath the body, from before or behind; painted before the body.</summary>
    public static void Treads(SolidBrush brush, double forward, double radius, double halfWidth)
    {
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var (inner, outer) = (sign * (halfWidth - (radius * 0.65)), sign * halfWidth);
            brush.Scene.Flat(
                [
                    brush.Frame.At(forward, inner, 0), brush.Frame.At(forward, outer, 0),
                    brush.Frame.At(forward, outer, radius * 1.6), brush.Frame.At(forward, inner, radius * 1.6),
                ],
                Tyre);
        }
    }

    /// <summary>The discs of an axle's wheels on the sides that are seen; painted after the body.</summary>
    public static void Discs(SolidBrush brush, double forward, double radius, double halfWidth, Paint hub)
    {
        for (var sign = -1; sign <= 1; sign += 2)
        {
            if (brush.Frame.IsSideSeen(sign * halfWidth))
            {
                Disc(brush, forward, sign * halfWidth, radius, radius * 1.16, Arch);
                Disc(brush, forward, sign * halfWidth, radius, radius, Tyre);
                Disc(brush, forward, sign * halfWidth, radius, radius * 0.55, hub);
            }
        }
    }

    private static void Disc(SolidBrush brush, double forward, double side, double up, double radius, Paint paint)
    {
        Span<CameraPoint> corners = stackalloc CameraPoint[16];
        for (var index = 0; index < corners.Length; index++)
        {
            var (cosine, sine) = UnitCircle.Points[index];
            corners[index] = brush.Frame.At(forward + (cosine * radius), side, Math.Max(0, up + (sine * radius)));
        }

        brush.Scene.Flat(corners, paint);
    }
}
