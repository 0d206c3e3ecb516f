namespace Lat.Datasets;

/// <summary>A colour while it is being mixed: red, green and blue from 0 to 255, not yet rounded.</summary>
internal readonly record struct Paint(float R, float G, float B)
{
    public static Paint White { get; } = new(255, 255, 255);

    public static Paint Black { get; } = new(0, 0, 0);

    /// <summary>A colour written 0xRRGGBB.</summary>
    public static Paint Of(int rgb) => new((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);

    public static Paint Gray(float level) => new(level, level, level);

    public Paint Scale(float gain) => new(R * gain, G * gain, B * gain);

    /// <summary>This colour where <paramref name="share"/> is 0, the other where it is 1.</summary>
    public Paint Mix(Paint other, float share) =>
        new(R + ((other.R - R) * share), G + ((other.G - G) * share), B + ((other.B - B) * share));

    public uint Pack() => (ToByte(R) << 16) | (ToByte(G) << 8) | ToByte(B);

    public static Paint Unpack(uint packed) => new((packed >> 16) & 0xFF, (packed >> 8) & 0xFF, packed & 0xFF);

    private static uint ToByte(float value) => value <= 0 ? 0u : value >= 255 ? 255u : (uint)(value + 0.5f);
}
