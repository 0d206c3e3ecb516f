using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>An object as the package writes it: like JSON, without quotes, members without a value left out.</summary>
internal static class ObjectText
{
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, string indent)
    {
        if (ToScalar(value) is { } scalar)
        {
            text.Append(scalar);
        }
        else if (value is IDictionary map)
        {
            AppendMembers(text, Entries(map), indent);
        }
        else if (value is IEnumerable list)
        {
            AppendBlock(text, '[', list.Cast<object?>().ToList(), ']', indent, (item, inner) => Append(text, item, inner));
        }
        else
        {
            AppendMembers(text, Properties(value!), indent);
        }
    }

    private static void AppendMembers(StringBuilder text, IEnumerable<(string Name, object? Value)> members, string indent) =>
        AppendBlock(text, '{', members.Where(member => HasContent(member.Value)).ToList(), '}', indent, (member, inner) =>
        {
            text.Append(member.Name).Append(": ");
            Append(text, member.Value, inner);
        });

    private static void AppendBlock<T>(StringBuilder text, char open, List<T> items, char close, string indent, Action<T, string> append)
    {
        var inner = indent + "  ";
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(inner);
            append(items[i], inner);
        }

        text.Append(items.Count == 0 ? "" : "\n" + indent).Append(close);
    }

    private static string? ToScalar(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        Enum named => named.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Type type => type.Name,
        _ => null,
    };

    private static bool HasContent(object? value) =>
        value is not null && (value is string || value is not IEnumerable list || list.Cast<object?>().Any());

    private static IEnumerable<(string, object?)> Entries(IDictionary map) => map.Keys.Cast<object>()
        .Select(key => (Name: ToScalar(key) ?? key.ToString()!, Value: map[key]))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static IEnumerable<(string, object?)> Properties(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
        .Select(property => (property.Name, property.GetValue(value)));
}
