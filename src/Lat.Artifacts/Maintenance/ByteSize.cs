using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>A number of bytes, as people write it: `20GiB`, `1.5TB`, `4096`.</summary>
/// <param name="Bytes">At least 0.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    /// <summary>What can be written, for error messages.</summary>
    public const string ValidValues = "A size is a number with a unit: B, KiB, MiB, GiB, TiB, or KB, MB, GB, TB (powers of 1000), such as 20GiB.";

    private static readonly (string Unit, double Bytes)[] _units =
    [
        ("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3), ("B", 1),
    ];

    /// <exception cref="LatException">The text is no size.</exception>
    public static ByteSize Parse(string text) => TryParse(text, out var size) ? size : throw new LatException($"'{text}' is no size. {ValidValues}");

    /// <summary>Whether the text is a size.</summary>
    public static bool TryParse(string text, out ByteSize size)
    {
        var unit = _units.FirstOrDefault(unit => text.EndsWith(unit.Unit, StringComparison.OrdinalIgnoreCase), ("", 1));
        var number = text[..^unit.Unit.Length].Trim();
        var isSize = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * unit.Bytes <= 1L << 60;
        size = isSize ? new ByteSize((long)(value * unit.Bytes)) : default;
        return isSize;
    }

    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    public override string ToString()
    {
        var bytes = Bytes;
        var unit = _units[..4].FirstOrDefault(unit => bytes >= unit.Bytes, ("B", 1));
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / unit.Bytes:0.#} {unit.Unit}");
    }

    public static bool operator <(ByteSize left, ByteSize right) => left.CompareTo(right) < 0;
    public static bool operator >(ByteSize left, ByteSize right) => left.CompareTo(right) > 0;
    public static bool operator <=(ByteSize left, ByteSize right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ByteSize left, ByteSize right) => left.CompareTo(right) >= 0;
}
