using System.Globalization;
using System.Text.Json;

namespace Lat.Pipeline;

/// <summary>Writes an options record as JSON, field by field: for <see cref="RecordStateReader"/> in another process of this program.</summary>
internal static class RecordStateWriter
{
    /// <summary>Names the case of an abstract record.</summary>
    public const string Case = "$case";

    /// <param name="json">Takes the value.</param>
    /// <param name="declared">What the reader will know of its type.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">Somewhere in it is what no options record has: a plain class, a delegate.</exception>
    public static void Write(Utf8JsonWriter json, Type declared, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float or double:
                json.WriteStringValue(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture));
                break;
            case Enum:
                json.WriteStringValue(value.ToString());
                break;
            case Array items:
                WriteItems(json, items);
                break;
            default:
                WriteRecord(json, declared, value);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter json, Array items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, items.GetType().GetElementType()!, item);
        }

        json.WriteEndArray();
    }

    private static void WriteRecord(Utf8JsonWriter json, Type declared, object value)
    {
        var state = RecordState.Of(value.GetType());
        if (!state.IsPlain || state.Type.IsPrimitive)
        {
            throw new NotSupportedException($"{state.Type} is no options record, nor anything that one is made of.");
        }

        if (state.IsWrapper)
        {
            var (type, wrapped) = (state.Fields[0].FieldType, state.Fields[0].GetValue(value));

            // A list that was never given items is empty; null would be no list.
            Write(json, type, wrapped is null && type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0) : wrapped);
            return;
        }

        json.WriteStartObject();
        if (declared.IsAbstract)
        {
            json.WriteString(Case, state.Type.FullName);
        }

        for (var index = 0; index < state.Fields.Length; index++)
        {
            json.WritePropertyName(state.Names[index]);
            Write(json, state.Fields[index].FieldType, state.Fields[index].GetValue(value));
        }

        json.WriteEndObject();
    }
}
