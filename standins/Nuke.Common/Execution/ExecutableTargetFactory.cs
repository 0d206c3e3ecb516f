using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build object: its properties of type <see cref="Target"/>, whatever their access.</summary>
internal static class ExecutableTargetFactory
{
    public static IReadOnlyList<ExecutableTarget> CreateAll<T>(T build, IReadOnlyList<Expression<Func<T, Target>>> defaultTargets)
        where T : NukeBuild
    {
        var defaults = defaultTargets.Select(expression => ((MemberExpression)expression.Body).Member.Name).ToHashSet(StringComparer.Ordinal);
        var targets = build.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
            .Where(property => property.PropertyType == typeof(Target))
            .Select(property => Create(build, property, defaults.Contains(property.Name)))
            .ToList();
        foreach (var target in targets)
        {
            Connect(target, targets);
        }

        return targets;
    }

    private static ExecutableTarget Create(NukeBuild build, PropertyInfo property, bool isDefault)
    {
        var factory = (Target)property.GetValue(build)!;
        var definition = new TargetDefinition();
        factory(definition);
        return new ExecutableTarget(property.Name, factory, definition) { IsDefault = isDefault };
    }

    private static void Connect(ExecutableTarget target, IReadOnlyList<ExecutableTarget> all)
    {
        List<ExecutableTarget> Neighbours(Func<TargetDefinition, List<Target>> direct, Func<TargetDefinition, List<Target>> reverse) =>
        [
            .. direct(target.Definition).Select(factory => all.Single(other => other.Factory == factory)),
            .. all.Where(other => other != target && reverse(other.Definition).Contains(target.Factory)),
        ];

        target.ExecutionDependencies.AddRange(Neighbours(one => one.DependsOnTargets, one => one.DependentForTargets));
        target.OrderDependencies.AddRange(Neighbours(one => one.AfterTargets, one => one.BeforeTargets));
        target.TriggerDependencies.AddRange(Neighbours(one => one.TriggeredByTargets, one => one.TriggersTargets));
        target.Triggers.AddRange(Neighbours(one => one.TriggersTargets, one => one.TriggeredByTargets));
        Assert.False(
            target.AllDependencies.Concat(target.Triggers).Contains(target),
            $"Target '{target.Name}' cannot have a dependency on itself");
    }
}
