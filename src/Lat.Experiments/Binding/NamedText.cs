using System.Reflection;

namespace Lat.Experiments;

/// <summary>Types that are made from one text and say which texts are valid: a constructor (string), a static `IsValid(string?)`.</summary>
internal static class NamedText
{
    public static bool Is(Type type) => Rule(type) is not null && type.GetConstructor([typeof(string)]) is not null;

    public static bool IsValid(Type type, string text) =>
        (bool)Rule(type)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text], null)!;

    public static object Make(Type type, string text) =>
        type.GetConstructor([typeof(string)])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [text], null);

    /// <summary>The type's own words on what is valid, fit to follow a semicolon; empty where it has none.</summary>
    public static string ValidValues(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;
        var words = type.GetField("ValidValues", Static)?.GetValue(null) ?? type.GetProperty("ValidValues", Static)?.GetValue(null);
        var text = words as string ?? "";
        return text.Length == 0 ? "not valid" : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
    }

    private static MethodInfo? Rule(Type type) =>
        type.GetMethod("IsValid", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is { } rule && rule.ReturnType == typeof(bool)
            ? rule
            : null;
}
