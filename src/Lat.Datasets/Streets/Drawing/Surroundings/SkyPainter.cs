using Lat.Core;

namespace Lat.Datasets;

/// <summary>The sky with its clouds, and the far skyline.</summary>
internal static class SkyPainter
{
    public static void Draw(Canvas canvas, StreetScene scene, Atmosphere atmosphere)
    {
        var horizon = scene.Camera.HorizonY * Canvas.Fineness;
        for (var y = 0; y < canvas.Height && y <= horizon + 1; y++)
        {
            canvas.FillRow(y, atmosphere.ZenithColor.Mix(atmosphere.HorizonColor, (float)(y / horizon)).Pack());
        }

        var random = scene.TextureSeed.Derive("clouds").ToStream();
        if (scene.Weather == Weather.Clear)
        {
            Clouds(canvas, horizon, random, atmosphere);
        }

        Skyline(canvas, horizon, random, atmosphere);
    }

    private static void Clouds(Canvas canvas, double horizon, RandomStream random, Atmosphere atmosphere)
    {
        Span<CanvasPoint> outline = stackalloc CanvasPoint[16];
        var paint = Paint.White.Scale(atmosphere.Daylight).Mix(atmosphere.HorizonColor, 0.3f);
        for (var cloud = random.NextInt(5); cloud > 0; cloud--)
        {
            double x = random.NextDouble() * canvas.Width, y = random.NextDouble(0.05, 0.7) * horizon;
            for (var puff = 0; puff < 5; puff++)
            {
                double width = random.NextDouble(0.03, 0.09) * canvas.Width, height = width * random.NextDouble(0.25, 0.45);
                double left = x + (random.NextDouble(-1.2, 1.2) * width), top = y + (random.NextDouble(-0.5, 0.5) * height);
                for (var index = 0; index < 16; index++)
                {
                    outline[index] = new(left + (UnitCircle.Points[index].X * width), top + (UnitCircle.Points[index].Y * height));
                }

                canvas.Blend(outline, paint, 90);
            }
        }
    }

    private static void Skyline(Canvas canvas, double horizon, RandomStream random, Atmosphere atmosphere)
    {
        var x = 0.0;
        while (x < canvas.Width)
        {
            var width = random.NextDouble(0.02, 0.08) * canvas.Width;
            var height = random.NextDouble(0.02, 0.11) * canvas.Height;
            var green = random.NextBool(0.5);
            var own = green ? Paint.Of(0x5E7356) : Paint.Of(0x8C8A88);
            var paint = own.Scale(atmosphere.Daylight).Mix(atmosphere.HorizonColor, atmosphere.Weather == Weather.Clear ? 0.45f : 0.75f);
            ReadOnlySpan<CanvasPoint> block =
            [
                new(x, horizon + 2), new(x + (green ? width * 0.2 : 0), horizon - height),
                new(x + (green ? width * 0.8 : width), horizon - height), new(x + width, horizon + 2),
            ];
            canvas.Fill(block, paint.Pack());
            x += width * random.NextDouble(0.7, 1.1);
        }
    }
}
