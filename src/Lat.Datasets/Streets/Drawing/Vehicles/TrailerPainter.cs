namespace Lat.Datasets;

/// <summary>Trailers without what pulls them: a box or a flat bed low on one axle, and a drawbar.</summary>
internal static class TrailerPainter
{
    private static readonly Paint Frame = Paint.Of(0x2B2D30);

    public static void Draw(SolidBrush brush, StreetObject trailer)
    {
        double half = trailer.Length / 2, width = trailer.Width / 2, top = trailer.Height, radius = 0.33;
        var (bed, body) = (half - 1.1, Paint.Of(trailer.Color));
        brush.GroundShadow(half, width, 110);
        WheelPainter.Treads(brush, -0.3, radius, width * 1.05);
        var isAway = brush.Frame.ForwardDepth > 0;
        if (isAway)
        {
            Drawbar(brush, bed, half);
        }

        brush.Block(-half, bed, width * 0.8, 0.45, 0.62, Frame);
        if (trailer.Style == 0)
        {
            brush.Block(-half, bed, width, 0.6, top, body);
            brush.SidePanel(-half, bed, 0.6, 0.72, width, Paint.Of(trailer.Accent));
            brush.SidePanel(-half, bed, top - 0.08, top, width, Frame);
            brush.EndPanel(-half, -width * 0.92, width * 0.92, 0.75, top - 0.12, body.Scale(0.85f));
            brush.EndPanel(-half, -0.03, 0.03, 0.7, top - 0.1, Frame);
        }
        else
        {
            var rim = top * 0.62;
            brush.Scene.Ball(brush.Frame.At(-0.5, 0, rim), width * 0.9, top - rim, Paint.Of(trailer.Accent));
            brush.Block(-half, bed, width, 0.6, rim, body);
            for (var post = 0; post <= 4; post++)
            {
                var at = -half + ((bed + half) * post / 4);
                brush.SidePanel(at - 0.04, at + 0.04, 0.6, rim, width, body.Scale(0.6f));
            }
        }

        brush.EndPanel(-half, -width, width, 0.42, 0.58, Paint.Of(0xB3262A));
        brush.EndPanels(-half, width * 0.15, width * 0.5, 0.44, 0.56, Paint.White);
        brush.Lamps(-half, width * 0.72, width * 0.98, 0.6, 0.8, Paint.Of(0xC22222), false);
        if (!isAway)
        {
            Drawbar(brush, bed, half);
        }

        WheelPainter.Discs(brush, -0.3, radius, width * 1.05, Paint.Of(0xB5B8BA));
    }

    private static void Drawbar(SolidBrush brush, double bed, double half)
    {
        var hitch = brush.Frame.At(half, 0, 0.5);
        brush.Scene.Limb(brush.Frame.At(bed, -0.5, 0.52), hitch, 0.1, 0.08, Frame);
        brush.Scene.Limb(brush.Frame.At(bed, 0.5, 0.52), hitch, 0.1, 0.08, Frame);
        brush.Scene.Limb(brush.Frame.At(half - 0.15, 0, 0.5), brush.Frame.At(half - 0.15, 0, 0.05), 0.1, 0.14, Paint.Of(0x5B5E61));
    }
}
