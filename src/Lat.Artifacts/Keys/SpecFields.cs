using System.Collections;
using System.Text.Json;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Turns an options record into a flat, sorted list of named texts, so that a key holds them and an explanation can name one.</summary>
public static class SpecFields
{
    /// <param name="prefix">The path of the record in its spec (`train`); empty for the root.</param>
    /// <param name="value">
    /// A record, a list or a single value. Nested records, enums, numbers, texts, value types such as <see cref="ClassName"/>, lists and
    /// dictionaries are followed; properties with <see cref="NotInKeyAttribute"/> are left out.
    /// </param>
    /// <returns>Fields in ordinal order of their paths.</returns>
    /// <exception cref="ArgumentException">A value has no stable text (NaN, a set, a plain class); the message names its path.</exception>
    public static EquatableArray<SpecField> Flatten(string prefix, object? value)
    {
        var fields = new List<SpecField>();
        Add(fields, prefix, value);
        fields.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return [.. fields];
    }

    private static void Add(List<SpecField> fields, string path, object? value)
    {
        if (SpecText.TryFormat(path, value) is { } text)
        {
            fields.Add(new SpecField(path, text));
        }
        else if (IsDictionary(value!))
        {
            AddDictionary(fields, path, (IEnumerable)value!);
        }
        else if (IsList(value!))
        {
            AddList(fields, path, (IEnumerable)value!);
        }
        else
        {
            AddRecord(fields, path, value!);
        }
    }

    private static void AddList(List<SpecField> fields, string path, IEnumerable items)
    {
        var index = 0;
        foreach (var item in items)
        {
            Add(fields, FormattableString.Invariant($"{path}[{index++}]"), item);
        }

        if (index == 0)
        {
            fields.Add(new SpecField(path, "[]"));
        }
    }

    private static void AddDictionary(List<SpecField> fields, string path, IEnumerable entries)
    {
        var count = fields.Count;
        foreach (var entry in entries)
        {
            // A dictionary's own order is no evidence: the list of fields is sorted at the end.
            var key = entry.GetType().GetProperty("Key")!.GetValue(entry);
            Add(fields, path + Step(key?.ToString() ?? ""), entry.GetType().GetProperty("Value")!.GetValue(entry));
        }

        if (fields.Count == count)
        {
            fields.Add(new SpecField(path, "{}"));
        }
    }

    // `classes.car` reads better than `classes["car"]`; a map has no properties that such a name could be taken for.
    private static string Step(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? $".{key}" : $"[{SpecText.Quote(key)}]";

    private static void AddRecord(List<SpecField> fields, string path, object record)
    {
        var shape = RecordShape.Of(record.GetType());
        if (!shape.IsFlattenable)
        {
            throw new ArgumentException(
                $"'{path}' is a {record.GetType().Name}, which has no stable text. Fields of a key are records, lists, dictionaries, texts, " +
                "numbers, enums and value types that are known by their ToString.");
        }

        // Two cases of one abstract record may have the same properties and mean different things.
        if (shape.CaseName is { } caseName)
        {
            fields.Add(new SpecField(path.Length == 0 ? "$case" : $"{path}.$case", caseName));
        }

        foreach (var property in shape.Properties)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            Add(fields, path.Length == 0 ? name : $"{path}.{name}", property.GetValue(record));
        }

        if (shape.Properties.Count == 0 && shape.CaseName is null)
        {
            fields.Add(new SpecField(path, "{}"));
        }
    }

    private static bool IsList(object value) => value is IList || Implements(value, typeof(IReadOnlyList<>));

    private static bool IsDictionary(object value) =>
        value is IEnumerable && (Implements(value, typeof(IReadOnlyDictionary<,>)) || Implements(value, typeof(IDictionary<,>)));

    private static bool Implements(object value, Type definition) => value.GetType().GetInterfaces()
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == definition);
}
