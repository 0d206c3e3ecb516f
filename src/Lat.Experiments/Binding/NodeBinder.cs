using Lat.Core;

namespace Lat.Experiments;

/// <summary>Gives the nodes of a document the types of an options record.</summary>
/// <param name="faults">Receives everything that does not fit.</param>
/// <param name="rootKeys">Keys that the root may have beside its fields, for suggestions.</param>
internal sealed class NodeBinder(FaultList faults, IReadOnlyList<string> rootKeys)
{
    /// <param name="node">What stands in the file.</param>
    /// <param name="shape">What is expected.</param>
    /// <param name="path">The field's place, for faults.</param>
    /// <param name="field">The field whose rules hold for the value; null for the root.</param>
    /// <param name="start">The field's default, from which a nested record takes what the file leaves out; null where it has none.</param>
    /// <param name="value">The value, where the result is true; else there are faults.</param>
    public bool TryBind(SpecNode node, ValueShape shape, string path, RecordField? field, object? start, out object? value)
    {
        value = null;
        if (node is ScalarNode { IsNull: true })
        {
            if (shape.IsNullable)
            {
                return true;
            }

            var remedy = field is { IsRequired: false } && field.Shape == shape ? ", or remove the key to use the default" : "";
            return Refuse(node, path, $"expected {ValueText.Expectation(shape)}{remedy}");
        }

        return (shape.Kind, node) switch
        {
            (ValueKind.List, SequenceNode list) => TryBindList(list, shape, path, field, out value),
            (ValueKind.Map, MappingNode map) => TryBindMap(map, shape, path, field, out value),
            (ValueKind.Variants, MappingNode mapping) => TryBindVariant(mapping, shape, path, start, out value),
            (ValueKind.Record, MappingNode mapping) => TryBindRecord(mapping, shape.Type, path, start, [], out value),
            (< ValueKind.List, ScalarNode scalar) => TryBindScalar(scalar, shape, path, field, out value),
            _ => Refuse(node, path, $"expected {ValueText.Expectation(shape)}"),
        };
    }

    private bool TryBindScalar(ScalarNode scalar, ValueShape shape, string path, RecordField? field, out object? value)
    {
        (value, var fault) = ValueText.Read(scalar, shape, field?.AllowsNonFinite == true);
        if (fault is null && field is not null)
        {
            // On a list or a map, a length is the list's own and every other rule is the items'.
            var isItem = field.Shape != shape;
            fault = ValueRules.FirstBroken(field.Rules, ValueText.Unwrap(value!, shape), isItem);
        }

        return fault is null || Refuse(scalar, path, fault);
    }

    private bool TryBindList(SequenceNode list, ValueShape shape, string path, RecordField? field, out object? value)
    {
        var before = faults.Count;
        var items = new List<object?>();
        foreach (var item in list.Items)
        {
            TryBind(item, shape.Item!, FieldNames.Item(path, items.Count), field, null, out var bound);
            items.Add(bound);
        }

        CheckLength(list, items.Count, shape, path, field);
        value = faults.Count == before ? Collections.MakeList(shape.Item!.Type, shape.Item.IsNullable, items) : null;
        return faults.Count == before;
    }

    private bool TryBindMap(MappingNode map, ValueShape shape, string path, RecordField? field, out object? value)
    {
        var before = faults.Count;
        var entries = new List<KeyValuePair<string, object?>>();
        foreach (var entry in map.Entries)
        {
            TryBind(entry.Value, shape.Item!, FieldNames.Member(path, entry.Key), field, null, out var bound);
            entries.Add(new(entry.Key, bound));
        }

        CheckLength(map, entries.Count, shape, path, field);
        value = faults.Count == before ? Collections.MakeMap(shape.Item!.Type, shape.Item.IsNullable, entries) : null;
        return faults.Count == before;
    }

    private void CheckLength(SpecNode node, int count, ValueShape shape, string path, RecordField? field)
    {
        if (field?.Shape == shape && ValueRules.BrokenLength(field.Rules, count) is { } fault)
        {
            faults.Add($"'{path}' has {FaultText.Count(count, "item")}; {fault}", node.Position, path);
        }
    }

    private bool TryBindVariant(MappingNode mapping, ValueShape shape, string path, object? start, out object? value)
    {
        value = null;
        var variants = VariantNames.Of(shape.Type);
        var startName = start is null ? null : variants.NameOf(start.GetType());
        if (mapping.Find(VariantAttribute.Key) is not { } kind)
        {
            return startName is not null
                ? TryBindRecord(mapping, start!.GetType(), path, start, [VariantAttribute.Key], out value)
                : Report(
                    $"missing key '{VariantAttribute.Key}'{FieldNames.In(path)}; one of {string.Join(", ", variants.Names)}", mapping.Position, path);
        }

        var kindPath = FieldNames.Member(path, VariantAttribute.Key);
        if (kind.Value is not ScalarNode { IsNull: false } scalar)
        {
            return Refuse(kind.Value, kindPath, $"expected one of {string.Join(", ", variants.Names)}");
        }

        if (variants.TypeOf(scalar.Text) is not { } type)
        {
            return Refuse(scalar, kindPath, ValueText.OneOf(scalar.Text, variants.Names));
        }

        var fields = mapping.Without(VariantAttribute.Key);
        return TryBindRecord(fields, type, path, scalar.Text == startName ? start : null, [VariantAttribute.Key], out value);
    }

    private bool TryBindRecord(MappingNode mapping, Type type, string path, object? start, string[] otherKeys, out object? value)
    {
        var before = faults.Count;
        var shape = RecordShape.Of(type);
        RefuseUnknown(mapping, shape, path, path.Length == 0 ? [.. rootKeys, .. otherKeys] : otherKeys);
        var defaults = start ?? shape.MakeDefault();
        var values = new Dictionary<RecordField, object?>();
        foreach (var field in shape.Fields)
        {
            if (mapping.Find(field.Key) is { } entry)
            {
                var fallback = start is null && field.IsRequired ? null : DefaultOf(field, defaults);
                if (TryBind(entry.Value, field.Shape, FieldNames.Member(path, field.Key), field, fallback, out var bound))
                {
                    values.Add(field, bound);
                }
            }
            else if (field.IsRequired && start is null)
            {
                var expected = ValueText.Expectation(field.Shape);
                faults.Add($"missing key '{field.Key}'{FieldNames.In(path)}; expected {expected}", mapping.Position, path);
            }
        }

        value = faults.Count == before ? Make(shape, values, start, mapping, path) : null;
        return faults.Count == before;
    }

    private object? Make(RecordShape shape, Dictionary<RecordField, object?> values, object? start, MappingNode mapping, string path)
    {
        object made;
        try
        {
            made = shape.Make(values, start);
        }
        catch (ArgumentException fault)
        {
            var (name, position) = ProblemPlace.Find(fault.ParamName ?? "", mapping, path);
            faults.Add($"{(name.Length == 0 ? "" : $"'{name}' is not valid: ")}{FaultText.Refusal(fault)}", position, path);
            return null;
        }

        foreach (var problem in (made as IValidated)?.Check() ?? [])
        {
            var (name, position) = ProblemPlace.Find(problem.Path, mapping, path);
            faults.Add($"{(name.Length == 0 ? "" : $"'{name}' ")}{problem.Message}", position, path);
        }

        return made;
    }

    private void RefuseUnknown(MappingNode mapping, RecordShape shape, string path, string[] otherKeys)
    {
        var known = shape.Fields.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            var offer = Suggestion.Offer(entry.Key, [.. otherKeys, .. shape.Fields.Select(field => field.Key)], "known keys");
            faults.Add($"unknown key {FaultText.Quote(entry.Key)}{FieldNames.In(path)}{offer}", entry.KeyPosition, path);
        }
    }

    /// <summary>A struct's empty value is no default that anyone chose, and need not be valid.</summary>
    private static object? DefaultOf(RecordField field, object? defaults)
    {
        var value = defaults is null ? null : field.Property.GetValue(defaults);
        return value is ValueType && value.Equals(Activator.CreateInstance(value.GetType())) ? null : value;
    }

    private bool Refuse(SpecNode node, string path, string expectation) =>
        Report($"'{path}' is {node.Description}; {expectation}", node.Position, path);

    private bool Report(string message, FilePosition position, string path)
    {
        faults.Add(message, position, path);
        return false;
    }
}
