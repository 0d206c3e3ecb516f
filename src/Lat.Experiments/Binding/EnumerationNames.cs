using System.Reflection;
using System.Runtime.Serialization;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>
/// The names of an enumeration's values in a file: kebab-case, or what <see cref="EnumMemberAttribute"/> says; camelCase is read too.
/// </summary>
internal static class EnumerationNames
{
    /// <summary>In the order of the source.</summary>
    public static EquatableArray<string> Of(Type type) => [.. Members(type).Select(NameOf)];

    public static object? Parse(Type type, string text) =>
        Members(type).FirstOrDefault(member => NameOf(member) == text || FieldNames.ToCamelCase(member.Name) == text)?.GetValue(null);

    /// <exception cref="ArgumentException">The value has no name.</exception>
    public static string NameOf(object value) =>
        Members(value.GetType()).FirstOrDefault(member => member.GetValue(null)!.Equals(value)) is { } named
            ? NameOf(named)
            : throw new ArgumentException($"{value} is no value of {value.GetType()}.");

    private static IEnumerable<FieldInfo> Members(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(member => member.MetadataToken);

    private static string NameOf(FieldInfo member) =>
        member.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? FieldNames.ToKebabCase(member.Name);
}
