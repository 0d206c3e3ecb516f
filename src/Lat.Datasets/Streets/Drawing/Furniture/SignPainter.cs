namespace Lat.Datasets;

/// <summary>Traffic signs. Only the plate is the object; the pole is scenery, as annotators have it.</summary>
internal static class SignPainter
{
    public static void Draw(SolidBrush brush, StreetObject sign)
    {
        var canvas = brush.Scene.Canvas;
        var owner = canvas.Owner;
        canvas.Owner = 0;
        brush.Scene.Limb(brush.Frame.At(0, 0, 0), brush.Frame.At(0, 0, sign.Height), 0.08, 0.08, Paint.Of(0x84888B));
        canvas.Owner = owner;

        var radius = sign.Width / 2;
        var center = brush.Frame.At(0, 0, sign.Height - radius);
        var squeeze = 1 - (0.55 * brush.Frame.SideShare);
        if (brush.Frame.ForwardDepth > 0.2)
        {
            Plate(brush, center, radius * squeeze, radius, Shape.Round, Paint.Of(0x8E9194));
            return;
        }

        var (red, white, blue) = (Paint.Of(0xC71F26), Paint.Of(0xF4F4F1), Paint.Of(0x1C55B4));
        switch (sign.Style)
        {
            case 0:
                Plate(brush, center, radius * squeeze, radius, Shape.Round, red);
                Plate(brush, center, radius * squeeze * 0.7, radius * 0.7, Shape.Round, white);
                Plate(brush, center, radius * squeeze * 0.28, radius * 0.3, Shape.Square, Paint.Of(0x222222));
                break;
            case 1:
                Plate(brush, center, radius * squeeze, radius, Shape.Triangle, red);
                Plate(
                    brush, center with { Up = center.Up - (radius * 0.1) }, radius * squeeze * 0.62, radius * 0.58, Shape.Triangle, white);
                break;
            case 2:
                Plate(brush, center, radius * squeeze, radius, Shape.Octagon, red);
                Plate(brush, center, radius * squeeze * 0.7, radius * 0.22, Shape.Square, white);
                break;
            case 3:
                Plate(brush, center, radius * squeeze, radius, Shape.Square, blue);
                Plate(brush, center, radius * squeeze * 0.5, radius * 0.6, Shape.Triangle, white);
                break;
            default:
                Plate(brush, center, radius * squeeze, radius, Shape.Round, blue);
                Plate(brush, center, radius * squeeze * 0.22, radius * 0.6, Shape.Square, white);
                break;
        }
    }

    private static void Plate(SolidBrush brush, CameraPoint center, double halfWidth, double halfHeight, Shape shape, Paint paint)
    {
        ReadOnlySpan<CanvasPoint> outline = shape switch
        {
            Shape.Triangle => [new(-1, -0.85), new(1, -0.85), new(0, 0.95)],
            Shape.Square => [new(-0.92, -0.92), new(0.92, -0.92), new(0.92, 0.92), new(-0.92, 0.92)],
            Shape.Octagon => [new(-1, -0.42), new(-0.42, -1), new(0.42, -1), new(1, -0.42), new(1, 0.42), new(0.42, 1), new(-0.42, 1),
            new(-1, 0.42)],
            _ => UnitCircle.Points,
        };
        Span<CameraPoint> corners = stackalloc CameraPoint[outline.Length];
        for (var index = 0; index < outline.Length; index++)
        {
            corners[index] = center with
            {
                Right = center.Right + (outline[index].X * halfWidth), Up = center.Up + (outline[index].Y * halfHeight),
            };
        }

        brush.Scene.Flat(corners, paint);
    }

    private enum Shape
    {
        Round,
        Triangle,
        Square,
        Octagon,
    }
}
