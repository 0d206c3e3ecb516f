using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nuke.Common.Tooling;

/// <summary>Builds a command line from an interpolated string: a value with a blank in it is put in quotes.</summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private readonly StringBuilder _text;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
        handlerIsValid = true;
    }

    public void AppendLiteral(string value) => _text.Append(value);

    /// <param name="obj">The value.</param>
    /// <param name="alignment">As in any interpolated string.</param>
    /// <param name="format"><c>nq</c>: without quotes.</param>
    public void AppendFormatted(object obj, int alignment = 0, string? format = null)
    {
        var value = obj is string || format == "nq" ? $"{obj}" : obj is IFormattable formattable ? formattable.ToString(obj is IO.AbsolutePath ? "nq" : format, CultureInfo.InvariantCulture) : $"{obj}";
        var isQuoted = value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];
        var text = format != "nq" && !isQuoted && (value.Length == 0 || value.Contains(' ', StringComparison.Ordinal)) ? $"\"{value}\"" : value;
        _text.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
    }

    public string ToStringAndClear()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }
}
