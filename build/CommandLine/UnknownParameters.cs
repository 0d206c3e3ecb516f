using System.Reflection;
using Nuke.Common;

/// <summary>Refuses a parameter that no one reads: Nuke itself would ignore a misspelt one and run with the default.</summary>
internal static class UnknownParameters
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <exception cref="TargetFailure">There is at least one; the message names all of them, and what exists.</exception>
    public static void Refuse(IReadOnlyCollection<string> arguments, Type buildType)
    {
        var known = KnownNames(buildType);
        var unknown = arguments.Where(argument => argument.StartsWith('-') && !known.Contains(Plain(argument))).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new TargetFailure($"Unknown parameter: {string.Join(", ", unknown)}. There are: "
                + $"{string.Join(", ", known.Order(StringComparer.Ordinal).Select(name => $"--{name}"))}. See ./build.sh --help.");
        }
    }

    private static HashSet<string> KnownNames(Type buildType)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "target", "skip" };
        for (var type = buildType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(Declared))
            {
                if (member.GetCustomAttribute<ParameterAttribute>() is { } parameter)
                {
                    names.Add(Plain(parameter.Name ?? member.Name));
                }
            }
        }

        return names;
    }

    private static string Plain(string name) => name.Replace("-", null, StringComparison.Ordinal).ToLowerInvariant();
}
