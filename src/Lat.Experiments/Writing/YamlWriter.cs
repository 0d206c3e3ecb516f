using System.Collections;
using System.Text;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>Lays values out as YAML: scalars and lists of scalars on the line of their key, the rest indented by two below it.</summary>
internal sealed class YamlWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Set between the dash of a list's item and the first line of the item, which share a line.</summary>
    private bool _afterDash;

    public void Line(int level, string content)
    {
        _text.Append(_afterDash ? "" : new string(' ', level * 2)).Append(content).Append('\n');
        _afterDash = false;
    }

    public void Record(object record, RecordShape shape, string? kind, int level)
    {
        if (kind is not null)
        {
            Line(level, $"{VariantAttribute.Key}: {ScalarText.Quote(kind)}");
        }

        foreach (var field in shape.Fields)
        {
            Entry(field.Key, field.Property.GetValue(record), field.Shape, level);
        }
    }

    public override string ToString() => _text.ToString();

    private void Entry(string key, object? value, ValueShape shape, int level)
    {
        if (Inline(value, shape) is { } inline)
        {
            Line(level, $"{key}: {inline}");
            return;
        }

        Line(level, $"{key}:");
        Block(value!, shape, level + 1);
    }

    private void Block(object value, ValueShape shape, int level)
    {
        switch (shape.Kind)
        {
            case ValueKind.List:
                foreach (var item in (IEnumerable)value)
                {
                    Item(item, shape.Item!, level);
                }

                break;
            case ValueKind.Map:
                foreach (var (name, item) in Entries(value))
                {
                    Entry(ScalarText.Quote(name), item, shape.Item!, level);
                }

                break;
            default:
                var kind = shape.Kind == ValueKind.Variants ? KindOf(value, shape) : null;
                Record(value, RecordShape.Of(value.GetType()), kind, level);
                break;
        }
    }

    private void Item(object? item, ValueShape shape, int level)
    {
        if (Inline(item, shape) is { } inline)
        {
            Line(level, $"- {inline}");
            return;
        }

        _text.Append(_afterDash ? "" : new string(' ', level * 2)).Append("- ");
        _afterDash = true;
        Block(item!, shape, level + 1);
    }

    /// <summary>The value on one line, or null where it needs several.</summary>
    private static string? Inline(object? value, ValueShape shape) => value switch
    {
        null => "null",
        _ when shape.Kind < ValueKind.List => ScalarText.Write(ValueText.Unwrap(value, shape), value),
        IEnumerable list when shape.Kind == ValueKind.List && shape.Item!.Kind < ValueKind.List =>
            $"[{string.Join(", ", list.Cast<object?>().Select(item => Inline(item, shape.Item)))}]",
        IEnumerable list when shape.Kind == ValueKind.List && !list.Cast<object?>().Any() => "[]",
        _ when shape.Kind == ValueKind.Map && !Entries(value).Any() => "{}",
        _ => null,
    };

    private static IEnumerable<(string Name, object? Value)> Entries(object map) => ((IEnumerable)map).Cast<object>()
        .Select(entry => (Name: (string)Part(entry, "Key")!, Value: Part(entry, "Value")))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static object? Part(object pair, string name) => pair.GetType().GetProperty(name)!.GetValue(pair);

    private static string KindOf(object value, ValueShape shape) => VariantNames.Of(shape.Type).NameOf(value.GetType())
        ?? throw new ArgumentException($"{value.GetType()} is no variant of {shape.Type}.");
}
