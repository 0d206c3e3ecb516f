using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lat.Pipeline;

/// <summary>
/// Makes an options record of what <see cref="RecordStateWriter"/> wrote. The types are those that the records declare, and of an abstract record
/// its own cases: a file names no other. The values were valid where they were written, and no rule is asked again.
/// </summary>
internal static class RecordStateReader
{
    /// <param name="json">The value.</param>
    /// <param name="declared">The type of the field that it is for.</param>
    /// <exception cref="JsonException">A field is missing or unknown, or a case is none.</exception>
    /// <exception cref="InvalidOperationException">A value is of another kind than its field.</exception>
    /// <exception cref="FormatException">A number is out of its type's range.</exception>
    /// <exception cref="ArgumentException">An enumeration has no such value.</exception>
    public static object? Read(JsonElement json, Type declared)
    {
        var underlying = Nullable.GetUnderlyingType(declared);
        if (json.ValueKind == JsonValueKind.Null && (underlying is not null || !declared.IsValueType))
        {
            return null;
        }

        var type = underlying ?? declared;
        if (type.IsEnum)
        {
            return Enum.Parse(type, json.GetString()!);
        }

        if (type.IsArray)
        {
            return ReadItems(json, type.GetElementType()!);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => json.GetString(),
            TypeCode.Boolean => json.GetBoolean(),
            TypeCode.Int32 => json.GetInt32(),
            TypeCode.Int64 => json.GetInt64(),
            TypeCode.UInt64 => json.GetUInt64(),
            TypeCode.Single => json.ValueKind == JsonValueKind.String ? float.Parse(json.GetString()!, CultureInfo.InvariantCulture) : json.GetSingle(),
            TypeCode.Double => json.ValueKind == JsonValueKind.String ? double.Parse(json.GetString()!, CultureInfo.InvariantCulture) : json.GetDouble(),
            _ => ReadRecord(json, type),
        };
    }

    private static Array ReadItems(JsonElement json, Type type)
    {
        var items = Array.CreateInstance(type, json.GetArrayLength());
        for (var index = 0; index < items.Length; index++)
        {
            items.SetValue(Read(json[index], type), index);
        }

        return items;
    }

    private static object ReadRecord(JsonElement json, Type declared)
    {
        var state = RecordState.Of(declared.IsAbstract ? CaseOf(json, declared) : declared);
        var made = RuntimeHelpers.GetUninitializedObject(state.Type);
        if (state.IsWrapper)
        {
            // What holds nothing is what it is without.
            var wrapped = json.ValueKind == JsonValueKind.Null ? null : Read(json, state.Fields[0].FieldType);
            state.Fields[0].SetValue(made, wrapped);
            return made;
        }

        var filled = 0;
        foreach (var property in json.EnumerateObject())
        {
            if (filled == 0 && declared.IsAbstract && property.NameEquals(RecordStateWriter.Case))
            {
                continue;
            }

            if (filled == state.Names.Length || !property.NameEquals(state.Names[filled]))
            {
                throw new JsonException($"{state.Type.Name} has no '{property.Name}' there.");
            }

            state.Fields[filled].SetValue(made, Read(property.Value, state.Fields[filled].FieldType));
            filled++;
        }

        return filled == state.Names.Length ? made : throw new JsonException($"{state.Type.Name} lacks '{state.Names[filled]}'.");
    }

    /// <summary>One of the records that the declared one's assembly derives from it, and nothing else that a file might name.</summary>
    private static Type CaseOf(JsonElement json, Type declared) =>
        json.GetProperty(RecordStateWriter.Case).GetString() is { } name && declared.Assembly.GetType(name) is { IsSealed: true } type && declared.IsAssignableFrom(type)
            ? type
            : throw new JsonException($"There is no such {declared.Name}.");
}
