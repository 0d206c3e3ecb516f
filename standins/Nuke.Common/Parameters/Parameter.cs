using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>How parameters are named: <c>LatModel</c> in C#, <c>--lat-model</c> on the command line; case and dashes never matter.</summary>
internal static class Parameter
{
    public const string Root = "Root";
    public const string Target = "Target";
    public const string Skip = "Skip";
    public const char TargetSeparator = '+';

    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>()?.Name ?? member.Name;

    public static bool SameName(string one, string other) =>
        string.Equals(one.Replace("-", null, StringComparison.Ordinal), other.Replace("-", null, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    public static string Dashed(string name)
    {
        var dashed = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var beginsWord = char.IsUpper(name[index]) && index > 0
                && (!char.IsUpper(name[index - 1]) || index + 1 < name.Length && char.IsLower(name[index + 1]));
            dashed.Append(beginsWord ? "-" : null).Append(char.ToLowerInvariant(name[index]));
        }

        return dashed.ToString();
    }

    /// <summary>The members that take a value, by name; a derived class's member hides one of the same name and kind in its base.</summary>
    public static IReadOnlyList<MemberInfo> MembersOf(Type buildType)
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var members = new List<MemberInfo>();
        for (var type = buildType; type is not null && type != typeof(object); type = type.BaseType)
        {
            members.AddRange(type.GetMembers(declared).Where(member => member.IsDefined(typeof(ParameterAttribute), inherit: false)));
        }

        return [.. members.DistinctBy(NameOf, StringComparer.OrdinalIgnoreCase).OrderBy(NameOf, StringComparer.Ordinal)];
    }
}
