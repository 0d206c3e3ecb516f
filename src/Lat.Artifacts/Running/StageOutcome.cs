namespace Lat.Artifacts;

/// <summary>What became of one stage in a run.</summary>
public sealed record StageOutcome
{
    public required StageNode Node { get; init; }

    public required StageStatus Status { get; init; }

    /// <summary>Null where its inputs never became known.</summary>
    public StageKey? Key { get; init; }

    /// <summary>The stored result; null where the stage failed or was skipped.</summary>
    public StageResult? Result { get; init; }

    /// <summary>Wall time from the look into the store to the result, waiting for another process included.</summary>
    public double Seconds { get; init; }

    /// <summary>Why it failed; null for the others.</summary>
    public Exception? Error { get; init; }

    /// <summary>Why it was skipped; null for the others.</summary>
    public string? SkipReason { get; init; }
}
