namespace Lat.Artifacts;

/// <summary>Runs one stage: in a process of its own in production, in memory in a test.</summary>
public interface IStageExecutor
{
    /// <summary>Called from several threads at once, never twice at once for one key on one store.</summary>
    /// <exception cref="Lat.Core.LatException">The stage failed in a way that its user can repair.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled and the stage has ended.</exception>
    Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken);
}
