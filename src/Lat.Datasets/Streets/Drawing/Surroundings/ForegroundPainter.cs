using Lat.Core;

namespace Lat.Datasets;

/// <summary>What lies before everything else: rain, and the bonnet of the camera's own car.</summary>
internal static class ForegroundPainter
{
    public static void Draw(Canvas canvas, StreetScene scene)
    {
        if (scene.Weather == Weather.Rain)
        {
            Rain(canvas, scene.TextureSeed.Derive("rain").ToStream());
        }

        if (scene.Look.ShowsBonnet)
        {
            Bonnet(canvas, scene.Lighting == Lighting.Dusk ? 0.5f : 1);
        }
    }

    private static void Rain(Canvas canvas, RandomStream random)
    {
        var slant = random.NextDouble(-0.25, 0.25);
        for (var streak = 0; streak < 130; streak++)
        {
            double x = random.NextDouble() * canvas.Width, y = random.NextDouble() * canvas.Height;
            var length = random.NextDouble(0.02, 0.07) * canvas.Height;
            ReadOnlySpan<CanvasPoint> line = [new(x, y), new(x + 1.3, y), new(x + 1.3 + (slant * length), y + length), new(
                x + (slant * length), y + length)];
            canvas.Blend(line, Paint.Of(0xD5DAE0), 60);
        }
    }

    private static void Bonnet(Canvas canvas, float light)
    {
        double width = canvas.Width, height = canvas.Height;
        ReadOnlySpan<CanvasPoint> bonnet =
        [
            new(width * 0.12, height), new(width * 0.2, height * 0.963), new(width * 0.36, height * 0.945),
            new(width * 0.64, height * 0.945),
            new(width * 0.8, height * 0.963), new(width * 0.88, height),
        ];
        canvas.Fill(bonnet, Paint.Of(0x2E3236).Scale(light).Pack());
        ReadOnlySpan<CanvasPoint> shine =
        [
            new(width * 0.3, height * 0.985), new(width * 0.42, height * 0.957), new(width * 0.58, height * 0.957),
            new(width * 0.7, height * 0.985),
        ];
        canvas.Blend(shine, Paint.Of(0x9AA6B0).Scale(light), 60);
    }
}
