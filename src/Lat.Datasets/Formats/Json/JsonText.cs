using System.Text.Json;

namespace Lat.Datasets;

/// <summary>Reads texts of JSON that may hold bytes that are no UTF-8, or half a surrogate pair.</summary>
internal static class JsonText
{
    /// <summary>The text or the property name that the reader stands on; false where its bytes are no text.</summary>
    public static bool TryGet(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>Whether the reader stands on this text or property name; false where its bytes are no text.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan.SequenceEqual(text);
        }

        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is a JSON text, but no Unicode text.
            return false;
        }
    }

    /// <summary>A value as it stands in the file, for a message.</summary>
    public static string Describe(ReadOnlySpan<byte> json)
    {
        const int Shown = 60;
        var text = System.Text.Encoding.UTF8.GetString(json[..Math.Min(json.Length, Shown)]).ReplaceLineEndings(" ");
        return json.Length <= Shown ? text : text + "...";
    }
}
