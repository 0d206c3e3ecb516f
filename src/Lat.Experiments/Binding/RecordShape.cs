using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>The fields of an options record and how one is made.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    private readonly ConstructorInfo? _constructor;
    private readonly MethodInfo? _clone;

    private RecordShape(Type type)
    {
        Type = type;
        _clone = type.GetMethod("<Clone>$");
        var constructors = type.GetConstructors();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => Depth(property.DeclaringType)).ThenBy(property => property.MetadataToken).ToList();
        var isEmptyMade = constructors.Any(constructor => constructor.GetParameters().Length == 0)
            || (type.IsValueType && properties.Any(property => property.SetMethod is { IsPublic: true }));
        _constructor = isEmptyMade
            ? null
            : constructors.OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault();
        var parameters = _constructor?.GetParameters() ?? [];
        ParameterInfo? ParameterOf(PropertyInfo property) =>
            parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));
        Fields = [.. properties.Where(property => property.SetMethod is { IsPublic: true } || ParameterOf(property) is not null)
            .Select(property => new RecordField(property, ParameterOf(property)))];
        var isRecord = type.IsValueType ? Fields.Count > 0 : type.IsSealed && _clone is not null;
        if (!isRecord || parameters.Length > Fields.Count(field => field.Parameter is not null))
        {
            throw new NotSupportedException(
                $"{type} is not an options record: a sealed record, or a struct, whose properties are its fields.");
        }
    }

    public Type Type { get; }

    /// <summary>In the order of the source, those of a base record first.</summary>
    public EquatableArray<RecordField> Fields { get; }

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, key => new RecordShape(key));

    /// <summary>A record with these fields, and for the others the values of <paramref name="start"/>, or the type's defaults.</summary>
    public object Make(IReadOnlyDictionary<RecordField, object?> values, object? start)
    {
        var made = start is not null && _constructor is null ? Copy(start) : Construct(values, start);
        foreach (var (field, value) in values.Where(pair => pair.Key.Parameter is null))
        {
            field.Property.SetValue(made, value);
        }

        return made;
    }

    /// <summary>A record of nothing but defaults, its required fields unset; null where the constructor asks for values.</summary>
    public object? MakeDefault() => _constructor is null ? Activator.CreateInstance(Type)! : null;

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private object Copy(object start) => _clone?.Invoke(start, null) ?? RuntimeHelpers.GetObjectValue(start);

    private object Construct(IReadOnlyDictionary<RecordField, object?> values, object? start)
    {
        if (_constructor is null)
        {
            return Activator.CreateInstance(Type)!;
        }

        var arguments = _constructor.GetParameters().Select(parameter =>
        {
            var field = Fields.First(own => own.Parameter?.Position == parameter.Position);
            return values.TryGetValue(field, out var value) ? value
                : start is not null ? field.Property.GetValue(start)
                : parameter.DefaultValue;
        });
        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
    }
}
