using System.ComponentModel;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Turns words into the type of a parameter: text, numbers, flags, enums, paths, types with a converter, and arrays of them.</summary>
internal static class ParameterConversion
{
    /// <returns>The value; null for no words and a type other than a flag or an array.</returns>
    public static object? Convert(string origin, IReadOnlyList<string> values, Type type, AbsolutePath workingDirectory)
    {
        if (type.IsArray)
        {
            var array = Array.CreateInstance(type.GetElementType()!, values.Count);
            for (var index = 0; index < values.Count; index++)
            {
                array.SetValue(Convert(origin, values[index], type.GetElementType()!, workingDirectory), index);
            }

            return array;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (values.Count == 0)
        {
            return type == typeof(bool) ? true : null;
        }

        Assert.True(values.Count == 1, $"{origin} takes one value, but got {values.Count}: {string.Join(' ', values)}. Targets come before parameters.");
        return Convert(origin, values[0], type, workingDirectory);
    }

    private static object? Convert(string origin, string value, Type type, AbsolutePath workingDirectory)
    {
        if (type == typeof(string))
        {
            return value;
        }

        if (type == typeof(AbsolutePath))
        {
            return AbsolutePath.Create(Path.GetFullPath(value, workingDirectory));
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        catch (Exception exception) when (exception is FormatException or NotSupportedException or ArgumentException)
        {
            var known = type.IsEnum ? $" It is one of {string.Join(", ", Enum.GetNames(type))}." : null;
            Assert.Fail($"{origin}: the value '{value}' could not be converted to '{type.Name}'.{known}", exception);
            return null;
        }
    }
}
