using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Lat.Reports;

/// <summary>Collects an interpolated string as HTML: what stands in a hole is data and is escaped, unless it is a fragment already.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private const int GuessedHoleLength = 24;

    private readonly StringBuilder _text = new(literalLength + (formattedCount * GuessedHoleLength));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(HtmlFragment fragment) => _text.Append(fragment.Markup);

    public void AppendFormatted(IEnumerable<HtmlFragment> fragments) => _text.Append(HtmlFragment.Join(fragments).Markup);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(int number, string format) => _text.Append(number.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(double number, string format) => _text.Append(number.ToString(format, CultureInfo.InvariantCulture));

    public string ToMarkup() => _text.ToString();
}
