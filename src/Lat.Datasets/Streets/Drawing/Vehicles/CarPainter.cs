namespace Lat.Datasets;

/// <summary>Cars of four body forms, and police cars, which are cars in livery with a light bar.</summary>
internal static class CarPainter
{
    private static readonly Paint Glass = Paint.Of(0x2B3642);
    private static readonly Paint Sill = Paint.Of(0x26282B);
    private static readonly Paint Police = Paint.Of(0x1F4FA8);

    public static void Draw(SolidBrush brush, StreetObject car)
    {
        var paint = Paint.Of(car.Color);
        double half = car.Length / 2, width = car.Width / 2, height = car.Height;
        double belt = height * 0.6, radius = 0.32;
        var (frontAxle, rearAxle) = (half * 0.62, -half * 0.62);
        brush.GroundShadow(half * 1.04, width * 1.08, 120);
        WheelPainter.Treads(brush, frontAxle, radius, width);
        WheelPainter.Treads(brush, rearAxle, radius, width);

        var bonnet = belt * 0.9;
        brush.Body(
            [
                new(half, 0.22, width * 0.94), new(half * 1.0, bonnet * 0.82, width * 0.96), new(half * 0.44, belt, width),
                new(-half * 0.9, belt * 1.02, width), new(-half, belt * 0.9, width * 0.96), new(-half, 0.24, width * 0.94),
            ],
            paint,
            [paint, paint, paint, paint, paint, Sill]);
        brush.SidePanel(-half * 0.95, half * 0.95, 0.22, 0.3, width, Sill);

        var cabin = CabinOf(car.Style, half);
        var top = width * 0.78;
        brush.Body(
            [
                new(cabin.WindscreenFoot, belt, width * 0.95), new(cabin.RoofFront, height, top),
                new(cabin.RoofRear, height * 0.985, top), new(cabin.RearFoot, belt, width * 0.95),
            ],
            paint,
            [Glass, paint.Scale(1.04f), Glass, paint]);
        SideWindows(brush, cabin, belt, height, width);
        Ends(brush, car, half, width, belt);
        if (car.Class == StreetClass.PoliceCar)
        {
            Livery(brush, car, half, width, belt, height);
        }

        var hub = car.Style == 3 ? Paint.Of(0x55585C) : Paint.Of(0xA9ADB1);
        WheelPainter.Discs(brush, frontAxle, radius, width, hub);
        WheelPainter.Discs(brush, rearAxle, radius, width, hub);
    }

    private static Cabin CabinOf(int style, double half) => style switch
    {
        0 => new(half * 0.42, half * 0.08, -half * 0.42, -half * 0.74),
        1 => new(half * 0.42, half * 0.1, -half * 0.8, -half * 0.95),
        2 => new(half * 0.5, half * 0.14, -half * 0.62, -half * 0.96),
        _ => new(half * 0.4, half * 0.16, -half * 0.9, -half * 0.97),
    };

    private static void SideWindows(SolidBrush brush, Cabin cabin, double belt, double height, double width)
    {
        double low = belt + 0.05, high = height - 0.09;
        double Slope(double foot, double roof, double up) => foot + ((roof - foot) * (up - belt) / (height - belt));
        var front = (
            Low: Slope(cabin.WindscreenFoot, cabin.RoofFront, low) - 0.1, High: Slope(cabin.WindscreenFoot, cabin.RoofFront, high) - 0.1);
        var rear = (Low: Slope(cabin.RearFoot, cabin.RoofRear, low) + 0.12, High: Slope(cabin.RearFoot, cabin.RoofRear, high) + 0.12);
        var pillar = (front.High + rear.High) / 2;
        brush.SideShape(
            [new(pillar + 0.04, low), new(front.Low, low), new(front.High, high), new(pillar + 0.04, high)], width * 0.9, Glass);
        brush.SideShape([new(rear.Low, low), new(pillar - 0.04, low), new(pillar - 0.04, high), new(rear.High, high)], width * 0.9, Glass);
    }

    private static void Ends(SolidBrush brush, StreetObject car, double half, double width, double belt)
    {
        var isDusk = brush.Scene.Atmosphere.IsDusk;
        brush.EndPanel(half, -width * 0.5, width * 0.5, belt * 0.42, belt * 0.66, Sill);
        brush.EndPanel(half, -0.26, 0.26, belt * 0.34, belt * 0.46, Paint.White);
        brush.Lamps(half, width * 0.56, width * 0.92, belt * 0.52, belt * 0.72, Paint.Of(0xF4F1DC), isDusk && !car.IsParked);
        brush.EndPanel(-half, -width * 0.9, width * 0.9, 0.24, 0.4, Sill);
        brush.EndPanel(-half, -0.26, 0.26, belt * 0.52, belt * 0.65, Paint.Of(0xE8E6D8));
        brush.Lamps(-half, width * 0.64, width * 0.95, belt * 0.6, belt * 0.88, Paint.Of(0xB01E1E), isDusk && !car.IsParked);
    }

    private static void Livery(SolidBrush brush, StreetObject car, double half, double width, double belt, double height)
    {
        var stripe = Paint.Of(car.Accent);
        brush.SidePanel(-half * 0.96, half * 0.9, belt * 0.55, belt * 0.9, width, stripe);
        for (var check = 0; check < 5; check++)
        {
            var rear = (-half * 0.9) + (check * half * 0.36);
            brush.SidePanel(rear, rear + (half * 0.18), belt * 0.55, belt * 0.72, width, Paint.Of(0xF2F4F5));
        }

        brush.EndPanel(half, -width * 0.9, width * 0.9, belt * 0.73, belt * 0.84, stripe);
        brush.EndPanel(-half, -width * 0.62, width * 0.62, belt * 0.68, belt * 0.86, stripe);
        LightBar(brush, 0, width * 0.66, height);
    }

    /// <summary>A bar of blue lamps across a roof.</summary>
    public static void LightBar(SolidBrush brush, double forward, double halfWidth, double height)
    {
        brush.Block(forward - 0.2, forward + 0.14, halfWidth, height - 0.02, height + 0.19, Police);
        var lit = Paint.Of(0x4C8DFF);
        for (var end = -1; end <= 1; end += 2)
        {
            brush.EndPanels(forward + (end * 0.17), halfWidth * 0.25, halfWidth, height + 0.02, height + 0.18, lit);
        }

        if (brush.Scene.Atmosphere.IsDusk)
        {
            brush.Scene.Glow(brush.Frame.At(forward, halfWidth * 0.6, height + 0.1), 0.7, lit, 50);
        }
    }

    private readonly record struct Cabin(double WindscreenFoot, double RoofFront, double RoofRear, double RearFoot);
}
