using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>What <c>--help</c> prints: the targets with their direct dependencies, then the parameters, the build's own first.</summary>
internal static class HelpText
{
    private const int LineLength = 90;

    public static string Of(Type buildType, IReadOnlyList<ExecutableTarget> targets)
    {
        var text = new StringBuilder("Targets (with their direct dependencies):").AppendLine().AppendLine();
        var width = targets.Select(target => target.Name.Length).Append(20).Max();
        foreach (var target in targets.Where(target => target.Definition.IsListed))
        {
            var dependencies = string.Join(", ", target.ExecutionDependencies.Select(dependency => dependency.Name));
            var name = target.Name + (target.IsDefault ? " (default)" : null);
            text.AppendLine(dependencies.Length > 0 ? $"  {name.PadRight(width)} -> {dependencies}" : $"  {name}");
            if (!string.IsNullOrWhiteSpace(target.Definition.DescriptionText))
            {
                text.AppendLine($"    {target.Definition.DescriptionText}");
            }
        }

        text.AppendLine().AppendLine("Parameters:").AppendLine();
        var defaults = string.Join(", ", targets.Where(target => target.IsDefault).Select(target => target.Name));
        var members = Parameter.MembersOf(buildType).Where(member => member.GetCustomAttribute<ParameterAttribute>()!.List)
            .Select(member => (isInherited: member.DeclaringType == typeof(NukeBuild), name: Parameter.Dashed(Parameter.NameOf(member)),
                description: member.GetCustomAttribute<ParameterAttribute>()!.Description))
            .Append((isInherited: true, name: "target", description: $"List of targets to be invoked. Default is '{defaults}'."))
            .Append((isInherited: true, name: "skip", description: "List of targets to be skipped. Empty list skips all dependencies."))
            .OrderBy(member => member.isInherited).ThenBy(member => member.name, StringComparer.Ordinal).ToList();
        var nameWidth = members.Select(member => member.name.Length).Append(16).Max();
        foreach (var (index, (isInherited, name, description)) in members.Index())
        {
            if (isInherited && index > 0 && !members[index - 1].isInherited)
            {
                text.AppendLine();
            }

            var lines = Wrap(description ?? "<no description>", LineLength - nameWidth - 6);
            text.AppendLine($"  --{name.PadRight(nameWidth)}   {string.Join(System.Environment.NewLine + new string(' ', nameWidth + 7), lines)}");
        }

        return text.ToString();
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { string.Empty };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(string.Empty);
            }

            lines[^1] += (lines[^1].Length > 0 ? " " : null) + word;
        }

        return lines;
    }
}
