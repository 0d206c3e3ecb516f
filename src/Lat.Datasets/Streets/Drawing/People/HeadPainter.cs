namespace Lat.Datasets;

/// <summary>Heads with hair, caps and helmets.</summary>
internal static class HeadPainter
{
    public static void Draw(SolidBrush brush, StreetObject person, Paint skin, Paint hair)
    {
        var height = person.Height;
        var radius = height * (person.Class == StreetClass.Child ? 0.082 : 0.062);
        var crown = height - radius - (person.Class is StreetClass.PoliceOfficer or StreetClass.ConstructionWorker ? height * 0.03 : 0);
        var center = brush.Frame.At(height * 0.015, 0, crown);
        brush.Scene.Limb(center with { Up = crown - (radius * 1.3) }, center, radius * 0.9, radius * 0.9, skin, 0.85f);
        switch (person.Class)
        {
            case StreetClass.PoliceOfficer:
                Bare(brush, center, radius, skin, hair);
                Cap(brush, center, radius);
                break;
            case StreetClass.ConstructionWorker:
                Bare(brush, center, radius, skin, hair);
                Helmet(brush, center, radius, Paint.Of(person.Style % 3 == 0 ? 0xF5F5F0 : 0xFFD21F));
                break;
            default:
                Bare(brush, center, radius, skin, hair);
                break;
        }
    }

    /// <summary>A head with hair: the face is seen from before, the hair from behind.</summary>
    public static void Bare(SolidBrush brush, CameraPoint center, double radius, Paint skin, Paint hair)
    {
        brush.Scene.Ball(center, radius * 0.95, radius * 1.15, hair);
        var turn = brush.Frame.ForwardRight * radius * 0.35;
        if (brush.Frame.ForwardDepth < 0.35)
        {
            brush.Scene.Ball(center + new CameraPoint(turn, -radius * 0.22, 0), radius * 0.78, radius * 0.9, skin);
        }
    }

    private static void Cap(SolidBrush brush, CameraPoint center, double radius)
    {
        var peak = brush.Frame.ForwardRight * radius;
        var up = center with { Up = center.Up + (radius * 0.62) };
        brush.Scene.Ball(
            up with { Right = up.Right + (peak * 0.7), Up = up.Up - (radius * 0.2) }, radius * 1.05, radius * 0.28, Paint.Of(0x11131A));
        brush.Scene.Limb(up, up with { Up = up.Up + (radius * 0.2) }, radius * 2.2, radius * 2.5, Paint.Of(0xF4F6F8));
    }

    /// <summary>A hard hat.</summary>
    private static void Helmet(SolidBrush brush, CameraPoint center, double radius, Paint paint)
    {
        var up = center with { Up = center.Up + (radius * 0.55) };
        brush.Scene.Ball(up, radius * 1.12, radius * 0.85, paint);
        var brim = brush.Frame.ForwardRight * radius * 0.5;
        brush.Scene.Ball(
            up with { Right = up.Right + brim, Up = up.Up - (radius * 0.35) }, radius * 1.3, radius * 0.25, paint.Scale(0.85f));
    }
}
