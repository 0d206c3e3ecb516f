using Lat.Core;

namespace Lat.Datasets;

/// <summary>A box as a file has it, not checked yet: xyxy pixels, exclusive maximum. May be inverted, out of the image or not finite.</summary>
public readonly record struct RawBox(double X1, double Y1, double X2, double Y2)
{
    /// <summary>A box whose maximum is the last pixel inside.</summary>
    public static RawBox FromInclusive(double x1, double y1, double x2, double y2) => new(x1, y1, x2 + 1, y2 + 1);

    /// <summary>A box from its top-left corner and its size.</summary>
    public static RawBox FromXywh(double x, double y, double width, double height) => new(x, y, x + width, y + height);

    /// <summary>A box from its centre and its size.</summary>
    public static RawBox FromCenter(double x, double y, double width, double height) =>
        new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));

    public bool IsFinite => double.IsFinite(X1) && double.IsFinite(Y1) && double.IsFinite(X2) && double.IsFinite(Y2);

    public bool IsInverted => X1 > X2 || Y1 > Y2;

    public bool IsWithin(ImageSize size) => X1 >= 0 && Y1 >= 0 && X2 <= size.Width && Y2 <= size.Height;

    public override string ToString() => FormattableString.Invariant($"({X1}, {Y1}, {X2}, {Y2})");
}
