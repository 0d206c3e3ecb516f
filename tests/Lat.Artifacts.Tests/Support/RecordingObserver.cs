namespace Lat.Artifacts.Tests;

/// <summary>Writes down what a run tells.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public List<string> Events { get; } = [];

    /// <summary>Called with every event.</summary>
    public Action<string> Heard { get; set; } = _ => { };

    public void StageStarted(StageInvocation invocation) => Add($"started {invocation.Node.Name}");

    public void StageFinished(StageOutcome outcome) => Add($"{outcome.Status} {outcome.Node.Name}");

    public void StageWaiting(StageNode node, LockOwner? owner) => Add($"waiting {node.Name}");

    public void StageRetried(StageNode node, Exception failure) => Events.Add($"retried {node.Name}: {failure.Message}");

    public void StageReported(StageNode node, string line) => Add($"{node.Name}: {line}");

    private void Add(string line)
    {
        Events.Add(line);
        Heard(line);
    }
}
