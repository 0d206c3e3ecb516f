using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lat.Reports;

/// <summary>JSON that may stand inside a script element: angle brackets, ampersands and quotes are escaped, so that no text can end it.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Default,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static HtmlFragment Block<T>(string id, T content) => HtmlFragment.Of(
        $"""<script type="application/json" id="{id}">{HtmlFragment.Trusted(JsonSerializer.Serialize(content, _options))}</script>""");
}
