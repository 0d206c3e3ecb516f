using System.Diagnostics;

namespace Nuke.Common.Execution;

/// <summary>A target of a build object, its neighbours resolved.</summary>
public class ExecutableTarget
{
    internal ExecutableTarget(string name, Target factory, TargetDefinition definition) => (Name, Factory, Definition) = (name, factory, definition);

    internal string Name { get; }
    internal Target Factory { get; }
    internal TargetDefinition Definition { get; }
    internal bool IsDefault { get; init; }

    internal List<ExecutableTarget> ExecutionDependencies { get; } = [];
    internal List<ExecutableTarget> OrderDependencies { get; } = [];
    internal List<ExecutableTarget> TriggerDependencies { get; } = [];
    internal List<ExecutableTarget> Triggers { get; } = [];

    internal IEnumerable<ExecutableTarget> AllDependencies => ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies);

    internal ExecutionStatus Status { get; set; }
    internal bool IsInvoked { get; set; }
    internal Stopwatch Stopwatch { get; } = new();

    /// <summary>Why it was skipped, or what it reported: the last column of the summary.</summary>
    internal string? Information { get; set; }
}
