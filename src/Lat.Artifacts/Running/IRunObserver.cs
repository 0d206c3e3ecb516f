namespace Lat.Artifacts;

/// <summary>Hears what a run does, for the terminal or a log. Calls come one at a time.</summary>
public interface IRunObserver
{
    /// <summary>The stage is being executed.</summary>
    void StageStarted(StageInvocation invocation)
    {
    }

    /// <summary>The stage ended, whichever way; reused, failed and skipped ones too.</summary>
    void StageFinished(StageOutcome outcome)
    {
    }

    /// <summary>The stage is being run by another process, whose result will be used.</summary>
    void StageWaiting(StageNode node, LockOwner? owner)
    {
    }

    /// <summary>A line of progress of a stage that is being executed.</summary>
    void StageReported(StageNode node, string line)
    {
    }
}
