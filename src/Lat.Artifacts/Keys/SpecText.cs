using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lat.Artifacts;

/// <summary>The text of one value that has no fields of its own.</summary>
internal static class SpecText
{
    // People read these texts in explanations; only quotes, backslashes and control characters need an escape.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null where the value is a record or a collection.</summary>
    public static string? TryFormat(string path, object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char letter => Quote(letter.ToString()),
        bool flag => flag ? "true" : "false",
        Enum constant => constant.ToString(),
        float number => Format(path, number, number.ToString("R", CultureInfo.InvariantCulture)),
        double number => Format(path, number, number.ToString("R", CultureInfo.InvariantCulture)),
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        byte or sbyte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
        _ => RecordShape.Of(value.GetType()) switch
        {
            { Wrapped: { } wrapped } => TryFormat(path, wrapped.GetValue(value)),
            { IsNamedByText: true } => Quote(value.ToString()!),
            _ => null,
        },
    };

    public static string Quote(string text) => JsonSerializer.Serialize(text, _plain);

    private static string Format(string path, double number, string text) => double.IsNaN(number)
        ? throw new ArgumentException($"'{path}' is NaN, which has no place in a key: it is not equal to itself.")
        : number == 0 ? "0" : text;
}
