namespace Lat.Core;

/// <summary>Width and height of an image in pixels, both at least 1.</summary>
public readonly record struct ImageSize
{
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public ImageSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        (Width, Height) = (width, height);
    }

    public int Width { get; }
    public int Height { get; }

    public long PixelCount => (long)Width * Height;

    public override string ToString() => FormattableString.Invariant($"{Width}x{Height}");
}
