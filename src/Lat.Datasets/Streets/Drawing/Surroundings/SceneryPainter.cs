using Lat.Core;

namespace Lat.Datasets;

/// <summary>Everything that stands along a street and is labelled in no space.</summary>
internal static class SceneryPainter
{
    private static readonly Paint Bark = Paint.Of(0x4E3F33);
    private static readonly Paint Metal = Paint.Of(0x54595D);

    public static void Draw(SolidBrush brush, SceneryItem item, Seed seed)
    {
        var random = seed.ToStream();
        switch (item.Kind)
        {
            case SceneryKind.Building:
                BuildingPainter.Draw(brush, item, random);
                break;
            case SceneryKind.Tree:
                Tree(brush, item, random);
                break;
            case SceneryKind.Bush:
                Leaves(brush, item, random, 0.35, item.Height * 0.5, 7);
                break;
            case SceneryKind.Lamp:
                Lamp(brush, item);
                break;
            case SceneryKind.TrafficLight:
                TrafficLight(brush, item);
                break;
            case SceneryKind.Bollard:
                brush.Scene.Limb(brush.Frame.At(0, 0, 0.05), brush.Frame.At(0, 0, item.Height), item.Width, item.Width, Metal);
                brush.Scene.Limb(brush.Frame.At(0, 0, item.Height * 0.8), brush.Frame.At(0, 0, item.Height * 0.86), item.Width,
                    item.Width, Paint.Of(0xD8D8D2));
                break;
            case SceneryKind.Pillar:
                brush.GroundShadow(0.7, 0.7, 100);
                brush.Scene.Limb(
                    brush.Frame.At(0, 0, 0.3), brush.Frame.At(0, 0, item.Height - 0.3), item.Width, item.Width, Paint.Of(item.Color));
                brush.Scene.Limb(brush.Frame.At(0, 0, item.Height * 0.45), brush.Frame.At(0, 0, item.Height * 0.7), item.Width * 0.7,
                    item.Width * 0.7, Paint.Of(0xE6E0CC));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item.Kind, null);
        }
    }

    private static void Tree(SolidBrush brush, SceneryItem tree, RandomStream random)
    {
        var crown = tree.Height * 0.42;
        brush.Scene.Veil(
            [brush.Frame.At(-1.6, -1.6, 0), brush.Frame.At(1.6, -1.6, 0), brush.Frame.At(1.6, 1.6, 0), brush.Frame.At(-1.6, 1.6, 0)],
            Paint.Black, 50);
        brush.Scene.Limb(brush.Frame.At(0, 0, 0.1), brush.Frame.At(0, 0, crown * 1.2), 0.34, 0.22, Bark);
        Leaves(brush, tree, random, crown, (tree.Height - crown) * 0.5, 11);
    }

    private static void Leaves(SolidBrush brush, SceneryItem item, RandomStream random, double bottom, double radius, int count)
    {
        var paint = Paint.Of(item.Color);
        for (var blob = 0; blob < count; blob++)
        {
            double side = random.NextDouble(-0.6, 0.6) * item.Width, up = bottom + (radius * random.NextDouble(0.35, 1.55));
            var size = radius * random.NextDouble(0.35, 0.6);
            var light = (float)(0.7 + (0.3 * (up - bottom) / (2 * radius)) + random.NextDouble(-0.06, 0.1));
            var center = brush.Frame.At(0, 0, up);
            brush.Scene.Ball(center with { Right = center.Right + side }, size * 1.1, size * 0.8, paint, light);
        }
    }

    private static void Lamp(SolidBrush brush, SceneryItem lamp)
    {
        var head = brush.Frame.At(0, lamp.X < 0 ? 1.3 : -1.3, lamp.Height);
        brush.Scene.Limb(brush.Frame.At(0, 0, 0), brush.Frame.At(0, 0, lamp.Height - 0.2), 0.16, 0.1, Metal);
        brush.Scene.Limb(brush.Frame.At(0, 0, lamp.Height - 0.2), head, 0.09, 0.09, Metal);
        brush.Scene.Ball(head, 0.3, 0.1, Paint.Of(0xC9CBC8));
        if (brush.Scene.Atmosphere.IsDusk)
        {
            brush.Scene.Glow(head, 1.1, Paint.Of(0xFFDFA0), 70);
        }
    }

    private static void TrafficLight(SolidBrush brush, SceneryItem light)
    {
        brush.Scene.Limb(brush.Frame.At(0, 0, 0), brush.Frame.At(0, 0, light.Height), 0.12, 0.12, Metal);
        var top = brush.Frame.At(0, 0, light.Height);
        brush.Scene.Limb(top with { Up = light.Height - 0.75 }, top, 0.34, 0.34, Paint.Of(0x1B1D1F));
        var (phase, color) = light.Variant % 2 == 0 ? (0.08, 0xFF3B30) : (0.68, 0x35D07F);
        var lamp = top with { Up = light.Height - phase };
        brush.Scene.Ball(lamp, 0.11, 0.11, Paint.Of(color), 1.2f);
        brush.Scene.Glow(lamp, 0.3, Paint.Of(color), 40);
    }
}
