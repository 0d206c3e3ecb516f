namespace Lat.Datasets;

/// <summary>The person on a bicycle or a motorcycle, painted over the machine.</summary>
internal static class RiderPainter
{
    public static void Draw(SolidBrush brush, StreetObject rider, StreetClass machine)
    {
        if (machine == StreetClass.Motorcycle)
        {
            OnMotorcycle(brush, rider);
        }
        else
        {
            OnBicycle(brush, rider);
        }
    }

    private static void OnBicycle(SolidBrush brush, StreetObject rider)
    {
        var (jersey, trousers) = (Paint.Of(rider.Color), Paint.Of(rider.Accent));
        var skin = Paint.Of(0xD9AC88);
        var lean = rider.Style % 2 == 0 ? 0.12 : 0.34;
        var shoulder = brush.Frame.At(-0.2 + lean, 0, 1.46 - (lean * 0.25));
        var hip = brush.Frame.At(-0.24, 0, 0.98);
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var turn = sign * rider.Pose;
            var foot = brush.Frame.At(0.04 + (0.15 * turn), sign * 0.12, 0.3 + (0.13 * turn));
            var knee = brush.Frame.At(0.2 + (0.06 * turn), sign * 0.12, 0.68 + (0.09 * turn));
            brush.Scene.Limb(brush.Frame.At(-0.22, sign * 0.09, 0.95), knee, 0.17, 0.13, trousers, sign < 0 ? 0.8f : 1);
            brush.Scene.Limb(knee, foot, 0.12, 0.09, trousers, sign < 0 ? 0.8f : 1);
            brush.Scene.Limb(foot, foot with { Up = foot.Up - 0.03 }, 0.12, 0.12, Paint.Of(0x1C1B1B));
        }

        var breadth = 0.42 - (0.14 * brush.Frame.SideShare);
        brush.Scene.Limb(hip, shoulder, breadth * 0.85, breadth, jersey);
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var elbow = brush.Frame.At(0.05 + lean, sign * 0.25, 1.22 - (lean * 0.2));
            brush.Scene.Limb(brush.Frame.At(-0.18 + lean, sign * 0.18, 1.44 - (lean * 0.25)), elbow, 0.11, 0.09, jersey, 0.88f);
            brush.Scene.Limb(elbow, brush.Frame.At(0.42, sign * 0.25, 1.06), 0.09, 0.07, rider.Style % 3 == 0 ? skin : jersey, 0.88f);
        }

        var head = brush.Frame.At(-0.12 + (lean * 1.2), 0, 1.7 - (lean * 0.35));
        HeadPainter.Bare(brush, head, 0.115, skin, Paint.Of(0x3A2C22));
        if (rider.Style % 4 != 3)
        {
            brush.Scene.Ball(head with { Up = head.Up + 0.07 }, 0.135, 0.09, Paint.Of(rider.Color).Mix(Paint.Of(0xF2F2F2), 0.55f));
        }
    }

    private static void OnMotorcycle(SolidBrush brush, StreetObject rider)
    {
        var (jacket, trousers) = (Paint.Of(rider.Color), Paint.Of(rider.Accent));
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var knee = brush.Frame.At(0.2, sign * 0.24, 0.74);
            brush.Scene.Limb(brush.Frame.At(-0.28, sign * 0.14, 0.86), knee, 0.2, 0.16, trousers, sign < 0 ? 0.8f : 1);
            brush.Scene.Limb(knee, brush.Frame.At(-0.08, sign * 0.24, 0.34), 0.15, 0.11, trousers, sign < 0 ? 0.8f : 1);
            brush.Scene.Limb(
                brush.Frame.At(-0.1, sign * 0.24, 0.3), brush.Frame.At(0.08, sign * 0.24, 0.28), 0.11, 0.1, Paint.Of(0x161616));
        }

        var breadth = 0.5 - (0.14 * brush.Frame.SideShare);
        brush.Scene.Limb(brush.Frame.At(-0.3, 0, 0.88), brush.Frame.At(-0.08, 0, 1.36), breadth * 0.82, breadth, jacket);
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var elbow = brush.Frame.At(0.16, sign * 0.36, 1.12);
            brush.Scene.Limb(brush.Frame.At(-0.06, sign * 0.22, 1.36), elbow, 0.14, 0.12, jacket, 0.88f);
            brush.Scene.Limb(elbow, brush.Frame.At(0.4, sign * 0.34, 1.0), 0.11, 0.09, jacket, 0.88f);
        }

        var head = brush.Frame.At(-0.02, 0, 1.62);
        var helmet = Paint.Of(rider.Style % 2 == 0 ? 0xE9EAEC : rider.Color).Mix(Paint.Of(0x303338), rider.Style % 3 == 0 ? 0.6f : 0);
        brush.Scene.Ball(head, 0.155, 0.17, helmet);
        if (brush.Frame.ForwardDepth < 0.5)
        {
            brush.Scene.Ball(head + new CameraPoint(brush.Frame.ForwardRight * 0.07, 0, 0), 0.11, 0.06, Paint.Of(0x14171B));
        }
    }
}
