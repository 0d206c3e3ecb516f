using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Gives the parameter members of a build object their values; a member that nobody names keeps its default.</summary>
internal static class ParameterInjection
{
    public static void Inject(NukeBuild build, ParameterSource source)
    {
        foreach (var member in Parameter.MembersOf(build.GetType()))
        {
            var field = member as FieldInfo ?? BackingField((PropertyInfo)member);
            var separator = member.GetCustomAttribute<ParameterAttribute>()!.Separator is { Length: 1 } text ? text[0] : (char?)null;
            if (field is not null && source.Get(Parameter.NameOf(member), field.FieldType, separator) is { } value)
            {
                field.SetValue(field.IsStatic ? null : build, value);
            }
        }
    }

    /// <summary>A property without a setter is set through the field behind it; one that is computed has none and is left alone.</summary>
    private static FieldInfo? BackingField(PropertyInfo property) => property.DeclaringType!.GetField(
        $"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic);
}
