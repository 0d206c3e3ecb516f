namespace Lat.Datasets;

/// <summary>Delivery vans, and ambulances, which are vans in livery with a light bar.</summary>
internal static class VanPainter
{
    private static readonly Paint Glass = Paint.Of(0x2A343F);
    private static readonly Paint Sill = Paint.Of(0x2A2B2D);

    public static void Draw(SolidBrush brush, StreetObject van)
    {
        var paint = Paint.Of(van.Color);
        double half = van.Length / 2, width = van.Width / 2, height = van.Height, radius = 0.35;
        var (frontAxle, rearAxle) = (half * 0.66, -half * 0.58);
        brush.GroundShadow(half * 1.03, width * 1.08, 125);
        WheelPainter.Treads(brush, frontAxle, radius, width);
        WheelPainter.Treads(brush, rearAxle, radius, width);

        double nose = height * 0.5, scuttle = height * 0.56;
        brush.Body(
            [
                new(half, 0.28, width * 0.95), new(half, nose, width * 0.95), new(half * 0.78, scuttle, width),
                new(half * 0.48, height, width * 0.92), new(-half * 0.98, height, width * 0.92), new(-half, 0.3, width),
            ],
            paint,
            [paint, paint, Glass, paint.Scale(1.03f), paint, Sill]);
        brush.SidePanel(-half * 0.97, half * 0.96, 0.28, 0.42, width, Sill);
        double foot = half * 0.7, head = half * 0.47, high = height - 0.16;
        brush.SideShape([new(half * 0.26, scuttle), new(foot, scuttle), new(head, high), new(half * 0.26, high)], width * 0.97, Glass);
        brush.SidePanel((half * 0.22) - 0.03, half * 0.22, 0.4, height - 0.2, width * 0.98, paint.Scale(0.7f));
        brush.SidePanel(-half * 0.32, (-half * 0.32) + 0.03, 0.4, height - 0.2, width * 0.98, paint.Scale(0.7f));

        var isDusk = brush.Scene.Atmosphere.IsDusk && !van.IsParked;
        brush.EndPanel(half, -width * 0.6, width * 0.6, nose * 0.5, nose * 0.8, Sill);
        brush.EndPanel(half, -0.26, 0.26, 0.36, 0.48, Paint.White);
        brush.Lamps(half, width * 0.64, width * 0.94, nose * 0.62, nose * 0.9, Paint.Of(0xF4F1DC), isDusk);
        brush.EndPanel(-half, -0.02, 0.02, 0.4, height - 0.1, paint.Scale(0.6f));
        brush.EndPanels(-half, 0.12, width * 0.72, height * 0.6, height * 0.86, Glass);
        brush.EndPanel(-half, -0.9, -0.38, 0.5, 0.62, Paint.Of(0xE8E6D8));
        brush.Lamps(-half, width * 0.82, width * 0.98, height * 0.3, height * 0.52, Paint.Of(0xB01E1E), isDusk);
        if (van.Class == StreetClass.Ambulance)
        {
            Livery(brush, van, half, width, height);
        }
        else if (van.Style == 1)
        {
            brush.SidePanel(-half * 0.85, half * 0.05, height * 0.46, height * 0.7, width * 0.97, Paint.Of(van.Accent));
        }

        WheelPainter.Discs(brush, frontAxle, radius, width, Paint.Of(0x8D9195));
        WheelPainter.Discs(brush, rearAxle, radius, width, Paint.Of(0x8D9195));
    }

    private static void Livery(SolidBrush brush, StreetObject van, double half, double width, double height)
    {
        var stripe = Paint.Of(van.Accent);
        brush.SidePanel(-half * 0.98, half * 0.92, height * 0.34, height * 0.5, width, stripe);
        brush.SidePanel(-half * 0.62, -half * 0.12, height * 0.68, height * 0.76, width * 0.97, stripe);
        brush.SidePanel(-half * 0.42, -half * 0.32, height * 0.6, height * 0.84, width * 0.97, stripe);
        brush.EndPanel(half, -width * 0.95, width * 0.95, height * 0.42, height * 0.5, stripe);
        brush.EndPanels(-half, 0.05, width * 0.8, height * 0.34, height * 0.56, stripe);
        CarPainter.LightBar(brush, half * 0.38, width * 0.8, height);
        CarPainter.LightBar(brush, -half * 0.9, width * 0.8, height);
    }
}
