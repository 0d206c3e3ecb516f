using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Where values come from: the command line, then the environment, then <c>.nuke/parameters.json</c>.</summary>
internal sealed class ParameterSource(Invocation invocation)
{
    private JsonElement? _file;

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <returns>The value, or null where nobody gives one.</returns>
    public object? Get(string name, Type type, char? separator = null) =>
        FromCommandLine(name, type, separator)
        ?? FromPosition(name, type, separator)
        ?? FromEnvironment(name, type, separator)
        ?? FromFile(name, type);

    private object? FromCommandLine(string name, Type type, char? separator)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            return null;
        }

        var values = invocation.Arguments.Skip(index + 1).TakeWhile(argument => !IsName(argument)).SelectMany(value => Split(value, separator));
        return Convert($"--{Parameter.Dashed(name)}", [.. values], type);
    }

    private object? FromPosition(string name, Type type, char? separator)
    {
        var values = invocation.Arguments.TakeWhile(argument => !IsName(argument)).SelectMany(value => Split(value, separator)).ToList();
        return name == Parameter.Target && values.Count > 0 ? Convert(name, values, type) : null;
    }

    private object? FromEnvironment(string name, Type type, char? separator)
    {
        if (!invocation.Variables.TryGetValue(name, out var value))
        {
            var candidates = invocation.Variables
                .Where(variable => Letters(variable.Key) is var key
                    && (key.Equals(Letters(name), StringComparison.OrdinalIgnoreCase) || key.Equals($"NUKE{Letters(name)}", StringComparison.OrdinalIgnoreCase)))
                .ToList();
            if (candidates.Count != 1)
            {
                return null;
            }

            value = candidates[0].Value;
        }

        return Convert($"environment variable '{name}'", [.. Split(value, separator)], type);
    }

    private object? FromFile(string name, Type type)
    {
        // The root itself is a parameter, and the file lies under the root.
        if (name == Parameter.Root || !File(invocation.RootDirectory / ".nuke" / "parameters.json").TryGetProperty(name, out var value))
        {
            return null;
        }

        List<string> values = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()];
        if (type == typeof(AbsolutePath))
        {
            values = [.. values.Select(path => Path.GetFullPath(path, invocation.RootDirectory))];
        }

        return Convert($"'{name}' in .nuke/parameters.json", values, type);
    }

    private JsonElement File(AbsolutePath path)
    {
        try
        {
            return _file ??= JsonElement.Parse(System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : "{}");
        }
        catch (JsonException exception)
        {
            Assert.Fail($"{path} is not valid JSON: {exception.Message}", exception);
            return default;
        }
    }

    private object? Convert(string origin, IReadOnlyList<string> values, Type type) => ParameterConversion.Convert(origin, values, type, invocation.WorkingDirectory);

    /// <summary>Where a name is given twice, the last one counts, as in Nuke.</summary>
    private int IndexOf(string name) => invocation.Arguments.ToList().FindLastIndex(argument => IsName(argument) && Parameter.SameName(argument, name));

    private static bool IsName(string argument) => argument.StartsWith('-');

    private static string[] Split(string value, char? separator) => separator is { } character ? value.Split(character, StringSplitOptions.RemoveEmptyEntries) : [value];

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
