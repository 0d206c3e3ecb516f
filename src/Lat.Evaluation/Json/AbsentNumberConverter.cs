using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>JSON has no NaN: an absent number is null. Numbers are written with the digits that read back to the same bits.</summary>
internal sealed class AbsentNumberConverter : JsonConverter<double>
{
    public override bool HandleNull => true;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsNaN(value))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }
}
