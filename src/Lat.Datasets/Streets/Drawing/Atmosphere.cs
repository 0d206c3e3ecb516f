using Lat.Core;

namespace Lat.Datasets;

/// <summary>What lies between the camera and what it sees: light and haze.</summary>
internal sealed class Atmosphere
{
    public Atmosphere(StreetScene scene)
    {
        var random = scene.TextureSeed.Derive("sky").ToStream();
        IsDusk = scene.Lighting == Lighting.Dusk;
        Weather = scene.Weather;
        SunIsLeft = random.NextBool(0.5);
        var warmth = (float)random.NextDouble();
        (ZenithColor, HorizonColor) = (Weather, IsDusk) switch
        {
            (Weather.Clear, false) => (Paint.Of(0x5C8FCB).Mix(Paint.Of(0x9DB4C8), warmth), Paint.Of(0xCFDCE6)),
            (Weather.Clear, true) => (Paint.Of(0x2F3E63), Paint.Of(0xC98A5E).Mix(Paint.Of(0x8C7790), warmth)),
            (Weather.Rain, false) => (Paint.Of(0x8D949B), Paint.Of(0xB4B8BB)),
            (Weather.Rain, true) => (Paint.Of(0x3A404C), Paint.Of(0x5F646C)),
            (_, false) => (Paint.Of(0xC4C8CB), Paint.Of(0xCDD0D2)),
            (_, true) => (Paint.Of(0x54596A), Paint.Of(0x6E7078)),
        };
        HazeDepth = Weather switch { Weather.Fog => 34 + (20 * warmth), Weather.Rain => 90, _ => 260 };
        Daylight = IsDusk ? 0.6f : Weather == Weather.Clear ? 1 : 0.88f;
    }

    public bool IsDusk { get; }

    public Weather Weather { get; }

    public bool SunIsLeft { get; }

    public Paint ZenithColor { get; }

    public Paint HorizonColor { get; }

    /// <summary>How bright what does not shine by itself is, 1 at noon.</summary>
    public float Daylight { get; }

    /// <summary>The depth in metres at which half of a colour is lost to haze.</summary>
    private double HazeDepth { get; }

    /// <summary>The colour of a lit surface as seen from afar.</summary>
    /// <param name="paint">Its own colour.</param>
    /// <param name="light">How much light falls on it, 1 for full.</param>
    /// <param name="depth">Metres away.</param>
    public Paint See(Paint paint, float light, double depth) => Veil(paint.Scale(light * Daylight), depth);

    /// <summary>The colour of something that shines by itself, as seen from afar.</summary>
    public Paint SeeLamp(Paint paint, double depth) => Veil(paint, depth * 0.5);

    private Paint Veil(Paint paint, double depth)
    {
        var distance = Math.Max(0, depth);
        var ratio = distance / HazeDepth;
        return paint.Mix(HorizonColor, (float)(ratio * ratio / (1 + (ratio * ratio))));
    }
}
