using Lat.Core;

namespace Lat.Experiments;

/// <summary>Reads a scalar as the type that its field has; there is no guessing of types from the text.</summary>
internal static class ValueText
{
    /// <summary>The value, or what is expected instead.</summary>
    public static (object? Value, string? Fault) Read(ScalarNode scalar, ValueShape shape, bool allowNonFinite) => shape.Kind switch
    {
        ValueKind.Boolean => ReadBoolean(scalar),
        ValueKind.Integer or ValueKind.Real when !scalar.IsPlain => (null, $"expected {Expectation(shape)}; remove the quotes"),
        ValueKind.Integer => NumberText.ReadInteger(scalar.Text, shape.Type),
        ValueKind.Real => NumberText.ReadReal(scalar.Text, shape.Type, allowNonFinite),
        ValueKind.NamedNumber => ReadNamedNumber(scalar, shape),
        ValueKind.Text => (scalar.Text, null),
        ValueKind.NamedText => NamedText.IsValid(shape.Type, scalar.Text)
            ? (NamedText.Make(shape.Type, scalar.Text), null)
            : (null, NamedText.ValidValues(shape.Type)),
        _ => EnumerationNames.Parse(shape.Type, scalar.Text) is { } value
            ? (value, null)
            : (null, OneOf(scalar.Text, EnumerationNames.Of(shape.Type))),
    };

    /// <summary>What a shape takes, to follow `expected`.</summary>
    public static string Expectation(ValueShape shape) => shape.Kind switch
    {
        ValueKind.Boolean => "true or false",
        ValueKind.Integer => "a whole number",
        ValueKind.Real => "a number",
        ValueKind.NamedNumber => Expectation(shape.Item!),
        ValueKind.Text or ValueKind.NamedText => "text",
        ValueKind.Enumeration => $"one of {string.Join(", ", EnumerationNames.Of(shape.Type))}",
        ValueKind.List => "a list",
        ValueKind.Variants => $"a mapping with '{VariantAttribute.Key}'",
        _ => "a mapping",
    };

    /// <summary>`expected one of a, b, c; did you mean 'a'?`.</summary>
    public static string OneOf(string text, IEnumerable<string> names)
    {
        var all = names.ToList();
        var offer = Suggestion.Nearest(text, all) is { } near ? $"; did you mean '{near}'?" : "";
        return $"expected one of {string.Join(", ", all)}{offer}";
    }

    /// <summary>The text or number inside a value, for rules on it.</summary>
    public static object Unwrap(object value, ValueShape shape) =>
        shape.Kind is ValueKind.NamedText or ValueKind.NamedNumber && shape.Type.GetProperty("Value") is { } inner
            ? inner.GetValue(value)!
            : value;

    private static (object? Value, string? Fault) ReadBoolean(ScalarNode scalar)
    {
        switch (scalar.Text)
        {
            case "true" or "false" when scalar.IsPlain:
                return (scalar.Text == "true", null);
            case "true" or "false":
                return (null, "expected true or false; remove the quotes");
        }

        var hint = scalar.Text.ToLowerInvariant() switch
        {
            "yes" or "y" or "on" or "true" or "1" => "; write true",
            "no" or "n" or "off" or "false" or "0" => "; write false",
            _ => "",
        };
        return (null, $"expected true or false{hint}");
    }

    private static (object? Value, string? Fault) ReadNamedNumber(ScalarNode scalar, ValueShape shape)
    {
        var (number, fault) = Read(scalar, shape.Item!, allowNonFinite: false);
        try
        {
            return fault is null
                ? (shape.Type.GetConstructors()[0].Invoke(System.Reflection.BindingFlags.DoNotWrapExceptions, null, [number], null), null)
                : (null, fault);
        }
        catch (ArgumentException refusal)
        {
            return (null, FaultText.Refusal(refusal));
        }
    }
}
