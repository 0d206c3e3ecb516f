using System.Globalization;

namespace Lat.Evaluation;

/// <summary>The id of an image or a category of a COCO file: a whole number or a text. The official order is that of numbers, or of characters.</summary>
/// <param name="Number">The number; 0 where it is a text.</param>
/// <param name="Text">The text; null where it is a number.</param>
internal readonly record struct CocoId(long Number, string? Text) : IComparable<CocoId>
{
    public int CompareTo(CocoId other) => Text is null || other.Text is null
        ? Number.CompareTo(other.Number)
        : string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text is null ? Number.ToString(CultureInfo.InvariantCulture) : $"\"{Text}\"";

    public static bool operator <(CocoId left, CocoId right) => left.CompareTo(right) < 0;
    public static bool operator >(CocoId left, CocoId right) => left.CompareTo(right) > 0;
    public static bool operator <=(CocoId left, CocoId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(CocoId left, CocoId right) => left.CompareTo(right) >= 0;
}
