using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>Writes a value that is a text with rules (a class name, a hash) as that text.</summary>
internal sealed class TextValueConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        try
        {
            return parse(text ?? "");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
}
