using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Describes a target. Calls add up; each returns the definition itself.</summary>
public interface ITargetDefinition
{
    /// <summary>A line for <c>--help</c>.</summary>
    ITargetDefinition Description(string description);

    /// <summary>What the target does; several actions run in the order given.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <summary>What the target does; the result is dropped.</summary>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>What the target does; waited for.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>Targets that run before this one, and are scheduled with it.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <summary>Targets that this one runs before, and is scheduled with.</summary>
    ITargetDefinition DependentFor(params Target[] targets);

    /// <summary>A condition that is asked right before the target would run.</summary>
    ITargetDefinition OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>A condition that is asked before anything runs.</summary>
    ITargetDefinition OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>Parameters that must have a value before anything runs.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class?;

    /// <summary>Parameters that must have a value before anything runs.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct;

    /// <summary>Conditions that must hold before anything runs.</summary>
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);

    /// <summary>Order only: this target comes first where both are scheduled.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <summary>Order only: this target comes last where both are scheduled.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <summary>Targets that are scheduled because this one is, and run after it.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <summary>Targets that schedule this one, which runs after them.</summary>
    ITargetDefinition TriggeredBy(params Target[] targets);

    /// <summary>What becomes of the dependencies of a target that is skipped. Default: they run.</summary>
    ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior);

    /// <summary>The files that it leaves behind for people: build servers keep them. Patterns stand for the folder above them.</summary>
    ITargetDefinition Produces(params string[] artifacts);

    /// <summary>Not in <c>--help</c>.</summary>
    ITargetDefinition Unlisted();

    /// <summary>The targets after this one run even when it fails; the build fails all the same.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>This target runs even when one before it has failed.</summary>
    ITargetDefinition AssuredAfterFailure();

    /// <summary>Takes over everything that other targets say of themselves.</summary>
    ITargetDefinition Inherit(params Target[] targets);
}
