using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lat.Experiments;

/// <summary>Writes single values so that they read back as the same value, here and in other YAML readers.</summary>
internal static partial class ScalarText
{
    private static readonly HashSet<string> Ambiguous =
        new(["null", "true", "false", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain { get; }

    /// <param name="inner">The text or number.</param>
    /// <param name="value">The value itself, where it is an enumeration's.</param>
    public static string Write(object inner, object value) => inner switch
    {
        bool truth => truth ? "true" : "false",
        Enum => Quote(EnumerationNames.NameOf(value)),
        string text => Quote(text),
        double number => Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
        float number => Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(inner.ToString() ?? ""),
    };

    /// <summary>The text as it is where no reader could take it for another value, else in double quotes.</summary>
    public static string Quote(string text)
    {
        if (Plain.IsMatch(text) && !Ambiguous.Contains(text))
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                >= ' ' and <= '~' => quoted.Append(character),
                _ when char.IsLetterOrDigit(character) => quoted.Append(character),
                _ => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string Number(double number, string text) =>
        double.IsNaN(number) ? ".nan"
        : double.IsInfinity(number) ? number > 0 ? ".inf" : "-.inf"
        : number == 0 ? "0"
        : text.ToLowerInvariant();
}
