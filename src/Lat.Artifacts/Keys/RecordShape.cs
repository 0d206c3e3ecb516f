using Lat.Core;
using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Lat.Artifacts;

/// <summary>What of a type belongs in a key: the public properties that hold state, computed ones left out. Read once per type.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> _shapes = new();

    private RecordShape(Type type)
    {
        var isCollection = typeof(IEnumerable).IsAssignableFrom(type);
        var stored = isCollection ? [] : type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(IsStored)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .ToList();
        var isRecordClass = type.GetMethod("<Clone>$") is not null;
        var isStruct = type.IsValueType && !type.IsPrimitive;

        Properties = [.. stored.Where(property => property.GetCustomAttribute<NotInKeyAttribute>() is null)];
        Wrapped = isStruct && stored is [{ Name: "Value" } only] ? only : null;

        // What is formattable (a date) may write itself by the locale.
        IsNamedByText = isStruct && !isCollection && stored.Count == 0 && HasOwnText(type) && !typeof(IFormattable).IsAssignableFrom(type);
        IsFlattenable = !isCollection && (isRecordClass || (isStruct && stored.Count > 0));
        CaseName = isRecordClass && type.BaseType is { IsAbstract: true } ? type.Name : null;
    }

    /// <summary>The properties that enter a key.</summary>
    public IReadOnlyList<PropertyInfo> Properties { get; }

    /// <summary>The one property of a value type that only gives a number or a text its name; null elsewhere.</summary>
    public PropertyInfo? Wrapped { get; }

    /// <summary>Whether the type shows its state by its own ToString only, as a class name does.</summary>
    public bool IsNamedByText { get; }

    public bool IsFlattenable { get; }

    /// <summary>Which case of an abstract record this is; null for other types.</summary>
    public string? CaseName { get; }

    public static RecordShape Of(Type type) => _shapes.GetOrAdd(type, key => new RecordShape(key));

    private static bool IsStored(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 &&
        property.GetMethod is { IsPublic: true } getter &&
        (property.SetMethod is { IsPublic: true } || getter.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } method &&
        method.DeclaringType == type && !method.IsDefined(typeof(CompilerGeneratedAttribute));
}
