using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lat.Experiments;

/// <summary>Checks the attributes of a field (ranges, lengths, patterns, allowed values) and words what they ask for.</summary>
internal static class ValueRules
{
    /// <summary>What the first broken rule on one value asks for, or null.</summary>
    public static string? FirstBroken(IEnumerable<ValidationAttribute> rules, object value, bool exceptLengths) =>
        rules.Where(rule => !exceptLengths || LengthLimits(rule) is null)
            .Select(rule => Broken(rule, value)).FirstOrDefault(fault => fault is not null);

    /// <summary>What a broken rule on the length of a list or map asks for, or null.</summary>
    public static string? BrokenLength(IEnumerable<ValidationAttribute> rules, int count) =>
        rules.Select(rule => LengthLimits(rule) is { } limits && IsOutside(count, limits) ? OwnWords(rule) ?? Between(limits) : null)
            .FirstOrDefault(fault => fault is not null);

    private static string? Broken(ValidationAttribute rule, object value) => rule switch
    {
        RangeAttribute range => IsInside(range, value) ? null : OwnWords(range) ?? Between(range),
        AllowedValuesAttribute allowed => allowed.Values.Contains(value) ? null
            : OwnWords(allowed) ?? ValueText.OneOf(Shown(value), allowed.Values.Select(Shown)),
        DeniedValuesAttribute denied => !denied.Values.Contains(value) ? null : OwnWords(denied) ?? "expected another value",
        RegularExpressionAttribute pattern => value is not string text || Matches(pattern, text) ? null
            : OwnWords(pattern) ?? $"expected text that matches {pattern.Pattern}",
        _ when LengthLimits(rule) is { } limits => value is string text && IsOutside(text.Length, limits)
            ? OwnWords(rule) ?? $"{Between(limits)} characters"
            : null,
        _ => rule.IsValid(value) ? null : OwnWords(rule) ?? rule.FormatErrorMessage("the value"),
    };

    /// <summary>What the record's author says is expected; the framework's own message has a place for the name.</summary>
    private static string? OwnWords(ValidationAttribute rule) =>
        rule.ErrorMessage is { } words && !words.Contains("{0}", StringComparison.Ordinal) ? words : null;

    /// <summary>
    /// <see cref="RangeAttribute.IsValid(object?)"/> rounds a value to the type of its limits, so that 1.4 would pass [Range(0, 1)].
    /// </summary>
    private static bool IsInside(RangeAttribute range, object value)
    {
        if (value is not (IConvertible and not (string or bool or Enum)))
        {
            return true;
        }

        var (least, most) = (ToDouble(range.Minimum), ToDouble(range.Maximum));
        var number = ToDouble(value);
        return (range.MinimumIsExclusive ? number > least : number >= least) && (range.MaximumIsExclusive ? number < most : number <= most);
    }

    private static string Between(RangeAttribute range)
    {
        var (least, most) = (ToDouble(range.Minimum), ToDouble(range.Maximum));
        var lower = range.MinimumIsExclusive ? $"above {Shown(range.Minimum)}" : $"at least {Shown(range.Minimum)}";
        var upper = range.MaximumIsExclusive ? $"below {Shown(range.Maximum)}" : $"at most {Shown(range.Maximum)}";
        return most >= int.MaxValue ? $"expected {lower}"
            : least <= int.MinValue ? $"expected {upper}"
            : range.MinimumIsExclusive || range.MaximumIsExclusive ? $"expected {lower} and {upper}"
            : $"expected {Shown(range.Minimum)} to {Shown(range.Maximum)}";
    }

    private static (int Least, int Most)? LengthLimits(ValidationAttribute rule) => rule switch
    {
        MinLengthAttribute minimum => (minimum.Length, int.MaxValue),
        MaxLengthAttribute maximum => (0, maximum.Length),
        LengthAttribute both => (both.MinimumLength, both.MaximumLength),
        StringLengthAttribute both => (both.MinimumLength, both.MaximumLength),
        _ => null,
    };

    private static bool IsOutside(int count, (int Least, int Most) limits) => count < limits.Least || count > limits.Most;

    private static string Between((int Least, int Most) limits) => limits switch
    {
        (var least, int.MaxValue) => FormattableString.Invariant($"expected at least {least}"),
        (0, var most) => FormattableString.Invariant($"expected at most {most}"),
        var (least, most) when least == most => FormattableString.Invariant($"expected {least}"),
        var (least, most) => FormattableString.Invariant($"expected {least} to {most}"),
    };

    private static bool Matches(RegularExpressionAttribute pattern, string text)
    {
        try
        {
            return pattern.IsValid(text) && (text.Length > 0 || Regex.IsMatch("", pattern.Pattern, RegexOptions.None, pattern.MatchTimeout));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static double ToDouble(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static string Shown(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
}
