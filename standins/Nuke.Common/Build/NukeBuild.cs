using System.Linq.Expressions;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>The base of a build: its properties of type <see cref="Target"/> are the steps, its <see cref="ParameterAttribute"/> members the knobs.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    protected NukeBuild()
    {
    }

    [Parameter("Shows the execution plan.")]
    public bool Plan { get; }

    [Parameter("Shows the help text for this build assembly.")]
    public bool Help { get; }

    [Parameter("Disables displaying the NUKE logo.")]
    public bool NoLogo { get; set; }

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; } = [];

    /// <summary>What <see cref="Execute{T}"/> returns; null: 0 after success, -1 after failure.</summary>
    public int? ExitCode { get; set; }

    /// <summary>Runs the targets of the command line, or the default ones, and returns the exit code.</summary>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildExecution.Execute(defaultTargetExpressions);
}
