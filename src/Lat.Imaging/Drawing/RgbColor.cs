using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>A colour: 8-bit red, green and blue, laid out as the pixels of an <see cref="RgbImage"/> are.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RgbColor(byte R, byte G, byte B)
{
    /// <summary>Black or white, whichever can be read on this colour.</summary>
    public RgbColor Ink => (R * 299) + (G * 587) + (B * 114) > 128_000 ? new RgbColor(0, 0, 0) : new RgbColor(255, 255, 255);

    public override string ToString() => FormattableString.Invariant($"#{R:x2}{G:x2}{B:x2}");

    /// <summary>Gives every pixel this colour.</summary>
    /// <param name="pixels">[n, 3] bytes.</param>
    internal void Fill(Span<byte> pixels) => MemoryMarshal.Cast<byte, RgbColor>(pixels).Fill(this);
}
