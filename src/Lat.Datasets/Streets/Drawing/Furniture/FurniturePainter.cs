namespace Lat.Datasets;

/// <summary>The movable things of a street: cones, barriers and wheeled bins.</summary>
internal static class FurniturePainter
{
    public static void Cone(SolidBrush brush, StreetObject cone)
    {
        double height = cone.Height, foot = cone.Width;
        var orange = Paint.Of(cone.Color);
        brush.GroundShadow(foot * 0.6, foot * 0.6, 90);
        brush.Block(-foot / 2, foot / 2, foot / 2, 0, height * 0.07, Paint.Of(0x2B2B2B).Mix(orange, cone.Style == 0 ? 0 : 0.8f));
        Frustum(brush, height, foot * 0.8, 0.05, 1.0, orange);
        Frustum(brush, height, foot * 0.8, 0.32, 0.5, Paint.Of(0xF3F3F0));
        Frustum(brush, height, foot * 0.8, 0.66, 0.82, Paint.Of(0xF3F3F0));
    }

    public static void Barrier(SolidBrush brush, StreetObject barrier)
    {
        double half = barrier.Length / 2, height = barrier.Height;
        brush.GroundShadow(half, 0.2, 80);
        var (red, white) = (Paint.Of(0xC8242A), Paint.Of(0xF1F1EE));
        if (barrier.Style == 0)
        {
            foreach (var at in (ReadOnlySpan<double>)[-half * 0.85, half * 0.85])
            {
                brush.Scene.Limb(brush.Frame.At(at, 0, 0.05), brush.Frame.At(at, 0, height), 0.1, 0.1, Paint.Of(0x5A5A5A));
                brush.Scene.Limb(brush.Frame.At(at, -0.3, 0.06), brush.Frame.At(at, 0.3, 0.06), 0.12, 0.12, Paint.Of(0x2A2A2A));
            }

            Stripes(brush, half, height * 0.68, height * 0.98, red, white);
            Stripes(brush, half, height * 0.3, height * 0.5, red, white);
            return;
        }

        for (var part = 0; part < 3; part++)
        {
            var rear = -half + (barrier.Length * part / 3);
            var paint = part % 2 == 0 ? red : white;
            brush.Body(
                [
                    new(rear + (barrier.Length / 3), 0, 0.28), new(rear + (barrier.Length / 3), height, 0.1),
                    new(rear, height, 0.1), new(rear, 0, 0.28),
                ],
                paint,
                [paint]);
        }
    }

    public static void Bin(SolidBrush brush, StreetObject bin)
    {
        double half = bin.Length / 2, width = bin.Width / 2, height = bin.Height;
        var (body, lid) = (Paint.Of(bin.Color), Paint.Of(bin.Accent));
        brush.GroundShadow(half, width, 100);
        brush.Body(
            [new(half * 0.85, 0.08, width * 0.8), new(half, height * 0.88, width), new(-half, height * 0.92, width), new(
                -half * 0.85, 0.08, width * 0.8)],
            body,
            [body]);
        brush.Body(
            [
                new(half * 1.1, height * 0.86, width * 1.06), new(half * 1.0, height * 0.94, width * 1.06),
                new(-half, height, width * 1.06), new(-half * 1.1, height * 0.9, width * 1.06),
            ],
            lid,
            [lid]);
        WheelPainter.Discs(brush, -half * 0.75, 0.1, width * 0.95, Paint.Of(0x444444));
        brush.Scene.Limb(
            brush.Frame.At(-half * 1.2, -width * 0.8, height * 0.95), brush.Frame.At(-half * 1.2, width * 0.8, height * 0.95), 0.05,
                0.05, body.Scale(0.6f));
    }

    private static void Frustum(SolidBrush brush, double height, double foot, double low, double high, Paint paint)
    {
        var axis = brush.Frame.At(0, 0, 0);
        double below = foot / 2 * (1.08 - low), above = foot / 2 * (1.08 - high);
        brush.Scene.Flat(
            [
                axis with { Right = axis.Right - below, Up = height * low }, axis with { Right = axis.Right + below, Up = height * low },
                axis with { Right = axis.Right + above, Up = height * high }, axis with { Right = axis.Right - above, Up = height * high },
            ],
            paint);
    }

    /// <summary>A striped board, seen from both sides.</summary>
    private static void Stripes(SolidBrush brush, double half, double bottom, double top, Paint red, Paint white)
    {
        const int count = 7;
        for (var stripe = 0; stripe < count; stripe++)
        {
            double rear = -half + (2 * half * stripe / count), front = -half + (2 * half * (stripe + 1) / count);
            brush.Scene.Flat(
                [brush.Frame.At(rear, 0, bottom), brush.Frame.At(front, 0, bottom), brush.Frame.At(front, 0, top),
                brush.Frame.At(rear, 0, top)],
                stripe % 2 == 0 ? red : white);
        }
    }
}
