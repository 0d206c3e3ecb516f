namespace Lat.Artifacts.Tests;

/// <summary>Writes down what a run tells.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public List<string> Events { get; } = [];

    public void StageStarted(StageInvocation invocation) => Events.Add($"started {invocation.Node.Name}");

    public void StageFinished(StageOutcome outcome) => Events.Add($"{outcome.Status} {outcome.Node.Name}");

    public void StageWaiting(StageNode node, LockOwner? owner) => Events.Add($"waiting {node.Name}");

    public void StageReported(StageNode node, string line) => Events.Add($"{node.Name}: {line}");
}
