using Lat.Core;

namespace Lat.Artifacts;

/// <summary>One stage of a plan, with the reasons for what is foreseen.</summary>
public sealed record PlannedStage
{
    public required StageNode Node { get; init; }

    public required StageDecision Decision { get; init; }

    /// <summary>Null while an input is open.</summary>
    public StageKey? Key { get; init; }

    /// <summary>The stored result that would be reused; null for the others.</summary>
    public StageResult? Result { get; init; }

    /// <summary>Why it runs; empty for a stage that is reused.</summary>
    public EquatableArray<KeyDifference> Reasons { get; init; } = [];

    /// <summary>How long the stage took when it last ran, in seconds; null where it never did.</summary>
    public double? LastSeconds { get; init; }

    /// <summary>The size of the outputs that it made then, in bytes; null where it never did.</summary>
    public long? LastBytes { get; init; }
}
