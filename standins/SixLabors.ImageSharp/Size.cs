namespace SixLabors.ImageSharp;

public struct Size : IEquatable<Size>
{
    public Size(int width, int height) => (Width, Height) = (width, height);

    public int Width { get; set; }

    public int Height { get; set; }

    public readonly bool Equals(Size other) => Width == other.Width && Height == other.Height;

    public override readonly bool Equals(object? obj) => obj is Size other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);

    public override readonly string ToString() => FormattableString.Invariant($"Size [ Width={Width}, Height={Height} ]");

    public static bool operator ==(Size left, Size right) => left.Equals(right);

    public static bool operator !=(Size left, Size right) => !left.Equals(right);
}
