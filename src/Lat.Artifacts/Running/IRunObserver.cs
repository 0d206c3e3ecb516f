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

    /// <summary>An attempt at the stage failed, and it will be tried again.</summary>
    void StageRetried(StageNode node, Exception failure)
    {
    }

    /// <summary>A line of progress of a stage that is being executed.</summary>
    void StageReported(StageNode node, string line)
    {
    }

    /// <summary>The stage is being executed elsewhere, by a scheduler that it was handed to.</summary>
    /// <param name="node">The stage.</param>
    /// <param name="place">Where, for people.</param>
    void StageSent(StageNode node, string place)
    {
    }
}
