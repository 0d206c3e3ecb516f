namespace Lat.Datasets;

/// <summary>People on foot. All are drawn from the same limbs; what they wear tells who they are.</summary>
internal static class PersonPainter
{
    private static readonly Paint[] Skins = [Paint.Of(0xE3B997), Paint.Of(0xC99670), Paint.Of(0x8E6244), Paint.Of(0xF0CDB0)];
    private static readonly Paint[] Hairs = [Paint.Of(0x2A211C), Paint.Of(0x5A3F2A), Paint.Of(0xB08D55), Paint.Of(0x8E8E8C)];

    public static void Draw(SolidBrush brush, StreetObject person)
    {
        var height = person.Height;
        brush.GroundShadow(0.28, 0.3, 90);
        var skin = Skins[person.Style % Skins.Length];
        var trousers = person.Class switch
        {
            StreetClass.PoliceOfficer => Paint.Of(0x18233F),
            StreetClass.ConstructionWorker => Paint.Of(0xE2661A),
            _ => Paint.Of(person.Accent),
        };
        var coat = person.Class switch
        {
            StreetClass.PoliceOfficer => Paint.Of(0x1D2E5C),
            StreetClass.ConstructionWorker => Paint.Of(0xFF7B14),
            _ => Paint.Of(person.Color),
        };
        Legs(brush, person, trousers);
        Arm(brush, person, coat, skin, FarSide(brush));
        Torso(brush, person, coat);
        switch (person.Class)
        {
            case StreetClass.PoliceOfficer:
                Bands(brush, height, Paint.Of(0xDDF23C), [0.63, 0.74]);
                break;
            case StreetClass.ConstructionWorker:
                Bands(brush, height, Paint.Of(0xEDEDD8), [0.58, 0.68]);
                Bands(brush, height, Paint.Of(0xE8E23A), [0.8]);
                LegBands(brush, height);
                break;
            case StreetClass.Child:
                Backpack(brush, person);
                break;
        }

        Arm(brush, person, coat, skin, -FarSide(brush));
        HeadPainter.Draw(brush, person, skin, Hairs[person.Style / Skins.Length % Hairs.Length]);
    }

    private static int FarSide(SolidBrush brush) => brush.Frame.ForwardRight > 0 ? -1 : 1;

    private static void Legs(SolidBrush brush, StreetObject person, Paint trousers)
    {
        double height = person.Height, hip = height * 0.5, stride = person.Pose * height * 0.17;
        var shoe = Paint.Of(0x221E1C);
        for (var sign = -1; sign <= 1; sign += 2)
        {
            double swing = sign * stride, side = sign * height * 0.05;
            var knee = brush.Frame.At((swing * 0.55) + (height * 0.02), side, height * 0.27);
            var foot = brush.Frame.At(swing, side, height * 0.035);
            var shade = sign == FarSide(brush) ? 0.8f : 1;
            brush.Scene.Limb(brush.Frame.At(0, side, hip), knee, height * 0.105, height * 0.085, trousers, shade);
            brush.Scene.Limb(knee, foot, height * 0.085, height * 0.06, trousers, shade);
            brush.Scene.Limb(foot, brush.Frame.At(swing + (height * 0.075), side, height * 0.025), height * 0.055, height * 0.05, shoe);
        }
    }

    private static void Torso(SolidBrush brush, StreetObject person, Paint coat)
    {
        var height = person.Height;
        var breadth = HalfBreadth(brush, height) * 2;
        var hem = person.Class == StreetClass.Adult && person.Style % 3 == 0 ? 0.34 : 0.48;
        brush.Scene.Limb(
            brush.Frame.At(0, 0, height * hem), brush.Frame.At(0, 0, height * 0.62), breadth * 0.92, breadth * 0.86, coat, 0.93f);
        brush.Scene.Limb(brush.Frame.At(0, 0, height * 0.6), brush.Frame.At(0.01, 0, height * 0.77), breadth * 0.86, breadth, coat);
    }

    private static double HalfBreadth(SolidBrush brush, double height) => height * (0.125 - (0.04 * brush.Frame.SideShare));

    private static void Bands(SolidBrush brush, double height, Paint paint, ReadOnlySpan<double> shares)
    {
        var half = HalfBreadth(brush, height) * 0.92;
        var middle = brush.Frame.At(0, 0, 0);
        foreach (var share in shares)
        {
            double low = height * (share - 0.019), high = height * (share + 0.019);
            brush.Scene.Flat(
                [
                    middle with { Right = middle.Right - half, Up = low }, middle with { Right = middle.Right + half, Up = low },
                    middle with { Right = middle.Right + half, Up = high }, middle with { Right = middle.Right - half, Up = high },
                ],
                paint);
        }
    }

    private static void LegBands(SolidBrush brush, double height)
    {
        for (var sign = -1; sign <= 1; sign += 2)
        {
            var side = sign * height * 0.05;
            brush.Scene.Limb(
                brush.Frame.At(0, side, height * 0.2), brush.Frame.At(0, side, height * 0.23), height * 0.085, height * 0.085,
                    Paint.Of(0xEDEDD8));
        }
    }

    private static void Arm(SolidBrush brush, StreetObject person, Paint coat, Paint skin, int sign)
    {
        var height = person.Height;
        var side = sign * height * 0.13;
        var swing = -sign * person.Pose * height * 0.13;
        var shade = sign == FarSide(brush) ? 0.78f : 0.9f;
        var shoulder = brush.Frame.At(0, side * 0.9, height * 0.79);
        var elbow = brush.Frame.At(swing * 0.4, side * 1.12, height * 0.63);
        var hand = brush.Frame.At(swing + (height * 0.04), side * 1.1, height * 0.49);
        brush.Scene.Limb(shoulder, elbow, height * 0.075, height * 0.062, coat, shade);
        brush.Scene.Limb(elbow, hand, height * 0.062, height * 0.045, coat, shade);
        brush.Scene.Ball(hand, height * 0.026, height * 0.026, skin, shade);
        if (person.Class == StreetClass.Adult && person.Style % 5 == 1 && sign == 1)
        {
            brush.Scene.Limb(
                hand with { Up = height * 0.44 }, hand with { Up = height * 0.32 }, height * 0.11, height * 0.14,
                Paint.Of(person.Accent).Mix(Paint.Of(0x7A4A2A), 0.5f));
        }
    }

    private static void Backpack(SolidBrush brush, StreetObject child)
    {
        var height = child.Height;
        var back = brush.Frame.At(-height * 0.09, 0, height * 0.56);
        if (brush.Frame.ForwardDepth > -0.4)
        {
            brush.Scene.Limb(
                back, back with { Up = height * 0.73 }, height * 0.19, height * 0.16, Paint.Of(child.Accent).Mix(Paint.Of(0xFFD028), 0.6f));
        }
    }
}
