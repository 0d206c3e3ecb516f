using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>A build, as its extensions see it.</summary>
public interface INukeBuild
{
    /// <summary>What will run, in order.</summary>
    IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; }
}
