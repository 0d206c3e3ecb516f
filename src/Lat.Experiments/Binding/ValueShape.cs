using System.Reflection;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>The type of a field as the binder and the writer see it.</summary>
internal sealed class ValueShape
{
    private static readonly Type[] Integers =
        [typeof(int), typeof(long), typeof(short), typeof(sbyte), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)];

    private static readonly Type[] Reals = [typeof(double), typeof(float), typeof(decimal)];

    private static readonly Type[] Lists = [typeof(EquatableArray<>), typeof(IReadOnlyList<>)];

    private static readonly Type[] Maps = [typeof(NamedMap<>), typeof(IReadOnlyDictionary<,>)];

    private ValueShape(Type type, bool isNullable, ValueKind kind, ValueShape? item) =>
        (Type, IsNullable, Kind, Item) = (type, isNullable, kind, item);

    /// <summary>The type without its `?`.</summary>
    public Type Type { get; }

    public bool IsNullable { get; }

    public ValueKind Kind { get; }

    /// <summary>Of a list or map: its items. Of a named number: the number.</summary>
    public ValueShape? Item { get; }

    /// <exception cref="NotSupportedException">No value in a file could have the type: the record that bears it is at fault.</exception>
    public static ValueShape Of(Type declared, NullabilityInfo? nullability = null)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var isNullable = type != declared || (!type.IsValueType && nullability?.ReadState == NullabilityState.Nullable);
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        ValueShape ItemAt(Index argument) =>
            Of(type.GetGenericArguments()[argument], nullability?.GenericTypeArguments.ElementAtOrDefault(argument));
        return generic is not null && Lists.Contains(generic) ? new(type, isNullable, ValueKind.List, ItemAt(^1))
            : generic is not null && Maps.Contains(generic) ? new(type, isNullable, ValueKind.Map, ItemAt(^1))
            : new(type, isNullable, KindOf(type), NumberIn(type) is { } number ? Of(number.ParameterType) : null);
    }

    /// <summary>The parameter of a value type's only constructor, where it is a number and the type's `Value`.</summary>
    private static ParameterInfo? NumberIn(Type type) =>
        type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type.GetConstructors() is [var constructor]
        && constructor.GetParameters() is [var only] && (Integers.Contains(only.ParameterType) || Reals.Contains(only.ParameterType))
        && type.GetProperty("Value")?.PropertyType == only.ParameterType ? only : null;

    private static ValueKind KindOf(Type type) =>
        type == typeof(bool) ? ValueKind.Boolean
        : Integers.Contains(type) ? ValueKind.Integer
        : Reals.Contains(type) ? ValueKind.Real
        : type == typeof(string) ? ValueKind.Text
        : type.IsEnum ? ValueKind.Enumeration
        : NamedText.Is(type) ? ValueKind.NamedText
        : NumberIn(type) is not null ? ValueKind.NamedNumber
        : type.IsAbstract && type.IsDefined(typeof(VariantAttribute), inherit: false) ? ValueKind.Variants
        : !type.IsAbstract && !type.IsPrimitive && type.Namespace != "System" ? ValueKind.Record
        : throw new NotSupportedException($"The type {type} cannot be read from an experiment's file.");
}
