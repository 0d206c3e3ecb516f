using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Asks, before anything runs, whether every scheduled target has what it requires.</summary>
internal static class RequirementCheck
{
    public static void Assure(NukeBuild build, IEnumerable<ExecutableTarget> targets)
    {
        foreach (var target in targets.Where(target => target.Status == ExecutionStatus.Scheduled))
        {
            foreach (var requirement in target.Definition.Requirements)
            {
                Assure(build, target, requirement);
            }
        }
    }

    private static void Assure(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            Assert.True(condition.Compile(preferInterpretation: true)(), $"Target '{target.Name}' requires '{requirement.Body}'");
            return;
        }

        var member = ((MemberExpression)requirement.Body).Member;
        var value = member switch
        {
            FieldInfo field => field.GetValue(field.IsStatic ? null : build),
            PropertyInfo property => property.GetValue(property.GetMethod!.IsStatic ? null : build),
            _ => null,
        };
        Assert.False(
            value is null || value is string text && string.IsNullOrWhiteSpace(text),
            $"Target '{target.Name}' requires member '{Parameter.NameOf(member)}' to be not null or empty");
    }
}
