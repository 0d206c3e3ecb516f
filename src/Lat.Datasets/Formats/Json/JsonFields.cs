using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Lat.Datasets;

/// <summary>What the JSON library throws at on bytes that are JSON, but no Unicode text: such a file is to be refused, not crashed on.</summary>
internal static class JsonFields
{
    /// <summary>A field of an object; false also where a name in the object is half a surrogate pair, which the look-up cannot pass.</summary>
    public static bool TryGet(JsonElement json, string name, out JsonElement value)
    {
        try
        {
            return json.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>A value as the file has it, cut to 60 characters; bytes that are no text are replaced.</summary>
    public static string Describe(JsonElement value)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(value);
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 240)]);
        return text.Length <= 60 && utf8.Length <= 240 ? text : text[..Math.Min(57, text.Length)] + "...";
    }
}
