namespace Lat.Core;

/// <summary>
/// An axis-aligned box, xyxy in absolute pixels of its image. The maximum is exclusive: a box over the first pixel is (0, 0, 1, 1).
/// Formats with other conventions are converted where they are read and written, nowhere else.
/// </summary>
public readonly record struct Box
{
    /// <summary>A box from its corners.</summary>
    /// <exception cref="ArgumentException">A coordinate is not finite, or a maximum lies before its minimum.</exception>
    public Box(double x1, double y1, double x2, double y2)
    {
        if (!IsValid(x1, y1, x2, y2))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Not a box: ({x1}, {y1}, {x2}, {y2}). {ValidValues}"));
        }

        (X1, Y1, X2, Y2) = (x1, y1, x2, y2);
    }

    /// <summary>What a box must satisfy, for error messages.</summary>
    public const string ValidValues = "A box is x1 <= x2 and y1 <= y2, all finite.";

    public double X1 { get; }
    public double Y1 { get; }
    public double X2 { get; }
    public double Y2 { get; }

    public double Width => X2 - X1;
    public double Height => Y2 - Y1;
    public double Area => Width * Height;
    public double CenterX => (X1 + X2) / 2;
    public double CenterY => (Y1 + Y2) / 2;

    public static bool IsValid(double x1, double y1, double x2, double y2) =>
        double.IsFinite(x1) && double.IsFinite(y1) && double.IsFinite(x2) && double.IsFinite(y2) && x1 <= x2 && y1 <= y2;

    /// <summary>A box from its top-left corner and its size, as COCO writes it.</summary>
    public static Box FromXywh(double x, double y, double width, double height) => new(x, y, x + width, y + height);

    /// <summary>A box from its centre and its size, as YOLO and Waymo write it.</summary>
    public static Box FromCenter(double centerX, double centerY, double width, double height) =>
        new(centerX - (width / 2), centerY - (height / 2), centerX + (width / 2), centerY + (height / 2));

    /// <summary>The area shared with another box, in square pixels; 0 where they only touch.</summary>
    public double IntersectionArea(Box other)
    {
        var width = Math.Min(X2, other.X2) - Math.Max(X1, other.X1);
        var height = Math.Min(Y2, other.Y2) - Math.Max(Y1, other.Y1);
        return width > 0 && height > 0 ? width * height : 0;
    }

    /// <summary>Intersection over union, in [0, 1]; 0 for two boxes without area.</summary>
    public double Iou(Box other)
    {
        var intersection = IntersectionArea(other);
        var union = Area + other.Area - intersection;
        return union > 0 ? intersection / union : 0;
    }

    /// <summary>The smallest box that contains both.</summary>
    public Box Union(Box other) =>
        new(Math.Min(X1, other.X1), Math.Min(Y1, other.Y1), Math.Max(X2, other.X2), Math.Max(Y2, other.Y2));

    /// <summary>The part inside an image; may have no area.</summary>
    public Box ClipTo(ImageSize size) =>
        new(Math.Clamp(X1, 0, size.Width), Math.Clamp(Y1, 0, size.Height), Math.Clamp(X2, 0, size.Width), Math.Clamp(Y2, 0, size.Height));

    public Box Scale(double x, double y) => new(X1 * x, Y1 * y, X2 * x, Y2 * y);

    public Box Translate(double x, double y) => new(X1 + x, Y1 + y, X2 + x, Y2 + y);

    /// <summary>Mirrored left to right in an image of this width.</summary>
    public Box FlipHorizontally(double imageWidth) => new(imageWidth - X2, Y1, imageWidth - X1, Y2);

    public override string ToString() => FormattableString.Invariant($"({X1:0.##}, {Y1:0.##}, {X2:0.##}, {Y2:0.##})");
}
