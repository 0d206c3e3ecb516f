using System.Globalization;

namespace Lat.Transfer;

/// <summary>The threshold T of a row of attention: `1/sqrt(N)`, `1/N` with N datasets, or a number in (0, 1].</summary>
public readonly record struct AttentionThreshold
{
    private readonly string? _text;

    /// <exception cref="ArgumentException">The text is none of the three.</exception>
    public AttentionThreshold(string text)
    {
        if (!IsValid(text))
        {
            throw new ArgumentException($"Not an attention threshold: '{text}'. {ValidValues}");
        }

        _text = text;
    }

    /// <summary>What a threshold may be, for error messages.</summary>
    public const string ValidValues = "A threshold is 1/sqrt(N), 1/N or a number above 0 and at most 1.";

    public static bool IsValid(string? text) => text is "1/sqrt(N)" or "1/N" || TryNumber(text, out _);

    /// <summary>The number for so many datasets.</summary>
    public double For(int datasetCount) => ToString() switch
    {
        "1/sqrt(N)" => 1 / Math.Sqrt(datasetCount),
        "1/N" => 1.0 / datasetCount,
        var text => TryNumber(text, out var number) ? number : throw new InvalidOperationException(ValidValues),
    };

    public override string ToString() => _text ?? "1/sqrt(N)";

    private static bool TryNumber(string? text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number is > 0 and <= 1;
}
