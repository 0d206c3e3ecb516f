namespace Lat.Datasets;

/// <summary>
/// Paints shapes that stand before the camera: projects them, cuts them at the near plane, and gives them light and haze.
/// </summary>
internal sealed class SceneBrush(Canvas canvas, StreetCamera camera, Atmosphere atmosphere)
{
    private const int MaxCorners = 24;

    public Canvas Canvas => canvas;

    public Atmosphere Atmosphere => atmosphere;

    public StreetCamera Camera => camera;

    /// <summary>Canvas pixels for each metre at a depth.</summary>
    public double PixelsPerMetre(double depth) => camera.FocalLength * Canvas.Fineness / depth;

    public CanvasPoint Project(CameraPoint point)
    {
        var scale = PixelsPerMetre(point.Depth);
        return new(
            (camera.CenterX * Canvas.Fineness) + (point.Right * scale),
            (camera.HorizonY * Canvas.Fineness) + ((camera.Height - point.Up) * scale));
    }

    /// <summary>A flat polygon, lit evenly.</summary>
    public void Flat(ReadOnlySpan<CameraPoint> corners, Paint paint, float light = 1)
    {
        Span<CanvasPoint> outline = stackalloc CanvasPoint[MaxCorners];
        if (Outline(corners, outline) is var count and >= 3)
        {
            canvas.Fill(outline[..count], atmosphere.See(paint, light, DepthOf(corners)).Pack());
        }
    }

    /// <summary>A polygon that shines by itself.</summary>
    public void Lamp(ReadOnlySpan<CameraPoint> corners, Paint paint)
    {
        Span<CanvasPoint> outline = stackalloc CanvasPoint[MaxCorners];
        if (Outline(corners, outline) is var count and >= 3)
        {
            canvas.Fill(outline[..count], atmosphere.SeeLamp(paint, DepthOf(corners)).Pack());
        }
    }

    /// <summary>A polygon laid over what is there, belonging to nobody.</summary>
    /// <param name="corners">The corners.</param>
    /// <param name="paint">The colour, taken as it is.</param>
    /// <param name="opacity">From 0 to 256.</param>
    public void Veil(ReadOnlySpan<CameraPoint> corners, Paint paint, int opacity)
    {
        Span<CanvasPoint> outline = stackalloc CanvasPoint[MaxCorners];
        if (Outline(corners, outline) is var count and >= 3)
        {
            canvas.Blend(outline[..count], paint, opacity);
        }
    }

    /// <summary>One side of a solid body: painted if its outside is seen, lit by where it faces.</summary>
    /// <param name="corners">The corners, in order.</param>
    /// <param name="inside">Any point inside the body.</param>
    /// <param name="paint">Its own colour.</param>
    public void Face(ReadOnlySpan<CameraPoint> corners, CameraPoint inside, Paint paint)
    {
        var normal = CameraPoint.Cross(corners[1] - corners[0], corners[2] - corners[0]);
        var length = Math.Sqrt(CameraPoint.Dot(normal, normal));
        if (length < 1e-9)
        {
            return;
        }

        normal *= (CameraPoint.Dot(normal, corners[0] - inside) < 0 ? -1 : 1) / length;
        var fromCamera = corners[0] - new CameraPoint(0, camera.Height, 0);
        if (CameraPoint.Dot(normal, fromCamera) < 0)
        {
            Flat(corners, paint, LightOn(normal));
        }
    }

    /// <summary>
    /// A round limb from one point to another, as thick as said in metres at each end, never thinner than it can be seen.
    /// </summary>
    public void Limb(CameraPoint from, CameraPoint to, double fromWidth, double toWidth, Paint paint, float light = 1)
    {
        if (from.Depth < StreetCamera.NearPlane || to.Depth < StreetCamera.NearPlane)
        {
            return;
        }

        CanvasPoint a = Project(from), b = Project(to);
        double dx = b.X - a.X, dy = b.Y - a.Y;
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (ux, uy) = length > 1e-6 ? (dx / length, dy / length) : (0, 1);
        var ra = Math.Max(0.6, fromWidth * PixelsPerMetre(from.Depth) / 2);
        var rb = Math.Max(0.6, toWidth * PixelsPerMetre(to.Depth) / 2);
        ReadOnlySpan<CanvasPoint> outline =
        [
            new(a.X - (uy * ra), a.Y + (ux * ra)),
            new(a.X - (ux * ra * 0.7) - (uy * ra * 0.7), a.Y - (uy * ra * 0.7) + (ux * ra * 0.7)),
            new(a.X - (ux * ra * 0.7) + (uy * ra * 0.7), a.Y - (uy * ra * 0.7) - (ux * ra * 0.7)),
            new(a.X + (uy * ra), a.Y - (ux * ra)),
            new(b.X + (uy * rb), b.Y - (ux * rb)),
            new(b.X + (ux * rb * 0.7) + (uy * rb * 0.7), b.Y + (uy * rb * 0.7) - (ux * rb * 0.7)),
            new(b.X + (ux * rb * 0.7) - (uy * rb * 0.7), b.Y + (uy * rb * 0.7) + (ux * rb * 0.7)),
            new(b.X - (uy * rb), b.Y + (ux * rb)),
        ];
        canvas.Fill(outline, atmosphere.See(paint, light, (from.Depth + to.Depth) / 2).Pack());
    }

    /// <summary>An ellipse that faces the camera; half axes in metres.</summary>
    public void Ball(CameraPoint center, double halfWidth, double halfHeight, Paint paint, float light = 1)
    {
        Span<CanvasPoint> outline = stackalloc CanvasPoint[16];
        if (Ellipse(center, halfWidth, halfHeight, outline))
        {
            canvas.Fill(outline, atmosphere.See(paint, light, center.Depth).Pack());
        }
    }

    /// <summary>A glow around a lamp.</summary>
    public void Glow(CameraPoint center, double radius, Paint paint, int opacity)
    {
        Span<CanvasPoint> outline = stackalloc CanvasPoint[16];
        for (var ring = 3; ring >= 1; ring--)
        {
            if (Ellipse(center, radius * ring / 3, radius * ring / 3, outline))
            {
                canvas.Blend(outline, paint, opacity);
            }
        }
    }

    /// <summary>How bright a surface is that faces so; upward and towards the sun is brightest.</summary>
    private float LightOn(CameraPoint normal)
    {
        var sunward = (atmosphere.SunIsLeft ? -0.55 : 0.55) * normal.Right;
        var direct = (0.62 * normal.Up) + sunward - (0.3 * normal.Depth);
        var share = atmosphere.Weather == Weather.Clear && !atmosphere.IsDusk ? 0.34 : 0.18;
        return (float)(0.84 + (share * direct));
    }

    private bool Ellipse(CameraPoint center, double halfWidth, double halfHeight, Span<CanvasPoint> outline)
    {
        if (center.Depth < StreetCamera.NearPlane)
        {
            return false;
        }

        var (x, y) = Project(center);
        var scale = PixelsPerMetre(center.Depth);
        double radiusX = Math.Max(0.6, halfWidth * scale), radiusY = Math.Max(0.6, halfHeight * scale);
        for (var index = 0; index < outline.Length; index++)
        {
            var (cosine, sine) = UnitCircle.Points[index];
            outline[index] = new(x + (cosine * radiusX), y + (sine * radiusY));
        }

        return true;
    }

    /// <summary>Cuts a polygon at the near plane and projects what is left.</summary>
    private int Outline(ReadOnlySpan<CameraPoint> corners, Span<CanvasPoint> outline)
    {
        var count = 0;
        var before = corners[^1];
        foreach (var corner in corners)
        {
            if (before.Depth >= StreetCamera.NearPlane != corner.Depth >= StreetCamera.NearPlane)
            {
                var share = (StreetCamera.NearPlane - before.Depth) / (corner.Depth - before.Depth);
                outline[count++] = Project(CameraPoint.Lerp(before, corner, share));
            }

            if (corner.Depth >= StreetCamera.NearPlane)
            {
                outline[count++] = Project(corner);
            }

            before = corner;
        }

        return count;
    }

    private static double DepthOf(ReadOnlySpan<CameraPoint> corners)
    {
        var sum = 0.0;
        foreach (var corner in corners)
        {
            sum += Math.Max(0, corner.Depth);
        }

        return sum / corners.Length;
    }
}
