namespace Lat.Artifacts;

/// <summary>Lets one call through at a time, so that an observer need not be safe for threads.</summary>
internal sealed class SerialObserver(IRunObserver? inner) : IRunObserver
{
    private readonly Lock _gate = new();

    public void StageStarted(StageInvocation invocation) => Call(observer => observer.StageStarted(invocation));

    public void StageFinished(StageOutcome outcome) => Call(observer => observer.StageFinished(outcome));

    public void StageWaiting(StageNode node, LockOwner? owner) => Call(observer => observer.StageWaiting(node, owner));

    public void StageRetried(StageNode node, Exception failure) => Call(observer => observer.StageRetried(node, failure));

    public void StageReported(StageNode node, string line) => Call(observer => observer.StageReported(node, line));

    public void StageSent(StageNode node, string place) => Call(observer => observer.StageSent(node, place));

    private void Call(Action<IRunObserver> call)
    {
        if (inner is null)
        {
            return;
        }

        lock (_gate)
        {
            call(inner);
        }
    }
}
