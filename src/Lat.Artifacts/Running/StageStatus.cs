namespace Lat.Artifacts;

/// <summary>How a stage ended in a run.</summary>
public enum StageStatus
{
    /// <summary>The store had the result.</summary>
    Reused,

    /// <summary>It was executed and its result stored.</summary>
    Ran,

    /// <summary>It was executed, or was about to be, and has no result.</summary>
    Failed,

    /// <summary>It was not begun, because a stage that it needs, or, without keep-going, any other, failed.</summary>
    Skipped,
}
