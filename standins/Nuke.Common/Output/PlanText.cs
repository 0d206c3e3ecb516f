using System.Text;

namespace Nuke.Common.Execution;

/// <summary>What <c>--plan</c> prints. The package opens the same list as a page in a browser.</summary>
internal static class PlanText
{
    public static string Of(IReadOnlyList<ExecutableTarget> plan)
    {
        var text = new StringBuilder("Execution plan:").AppendLine().AppendLine();
        foreach (var (index, target) in plan.Index())
        {
            var reasons = target.ExecutionDependencies.Where(plan.Contains).Select(dependency => dependency.Name).ToList();
            var after = reasons.Count > 0 ? $" <- {string.Join(", ", reasons)}" : null;
            text.AppendLine($"  {index + 1}. {target.Name}{(target.IsInvoked ? " (invoked)" : null)}{after}");
        }

        return text.ToString();
    }
}
