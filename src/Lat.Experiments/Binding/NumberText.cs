using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Lat.Experiments;

/// <summary>Reads numbers in their one decimal spelling. Others are refused with the spelling that is meant.</summary>
internal static partial class NumberText
{
    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole { get; }

    [GeneratedRegex(@"^[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,9})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal { get; }

    [GeneratedRegex(@"^[-+]?[0-9][0-9_, ]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped { get; }

    [GeneratedRegex(@"^[-+]?0x[0-9a-fA-F]{1,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal { get; }

    public static (object? Value, string? Fault) ReadInteger(string text, Type type)
    {
        if (!Whole.IsMatch(text) || text.Length > 40)
        {
            return (null, $"expected a whole number{(text.Length > 40 ? "" : Hint(text))}");
        }

        var (least, most) = Limits(type);
        var number = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        return number < least || number > most
            ? (null, string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {least} to {most}"))
            : (Convert.ChangeType((decimal)number, type, CultureInfo.InvariantCulture), null);
    }

    public static (object? Value, string? Fault) ReadReal(string text, Type type, bool allowNonFinite)
    {
        if (type != typeof(decimal) && Special(text) is { } special)
        {
            return allowNonFinite ? (Narrow(special, type), null) : (null, "expected a finite number");
        }

        if (!Decimal.IsMatch(text))
        {
            return (null, $"expected a number{Hint(text)}");
        }

        if (type == typeof(decimal))
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                ? (exact, null)
                : (null, "expected a smaller number");
        }

        // Minus zero equals zero but has other bytes; one number has one form.
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var value = Narrow(number == 0 ? 0 : number, type);
        return double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) ? (value, null) : (null, "expected a smaller number");
    }

    private static object Narrow(double number, Type type) => Convert.ChangeType(number, type, CultureInfo.InvariantCulture);

    private static double? Special(string text) => text.TrimStart('+', '-').ToLowerInvariant() switch
    {
        ".inf" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        ".nan" => double.NaN,
        _ => null,
    };

    private static (BigInteger Least, BigInteger Most) Limits(Type type)
    {
        BigInteger Bound(string name) => new(Convert.ToDecimal(type.GetField(name)!.GetValue(null), CultureInfo.InvariantCulture));
        return (Bound("MinValue"), Bound("MaxValue"));
    }

    private static string Hint(string text)
    {
        if (Hexadecimal.IsMatch(text))
        {
            var digits = text[(text.IndexOf('x', StringComparison.Ordinal) + 1)..];
            var number = long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return FormattableString.Invariant($"; write {(text[0] == '-' ? "-" : "")}{number}");
        }

        if (!Grouped.IsMatch(text))
        {
            return "";
        }

        var plain = string.Concat(text.Where(character => character is not ('_' or ',' or ' ')));
        var sign = plain[0] is '-' ? "-" : "";
        var trimmed = plain.TrimStart('+', '-').TrimStart('0');
        trimmed = trimmed.Length == 0 || !char.IsAsciiDigit(trimmed[0]) ? $"0{trimmed}" : trimmed;
        return plain == text && sign + trimmed == text ? "" : $"; write {sign}{trimmed}";
    }
}
