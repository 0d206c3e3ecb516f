using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What came of running a stored stage again.</summary>
public sealed record ReproducedStage
{
    public required StageNode Node { get; init; }

    /// <summary>What the store has.</summary>
    public required StageResult Stored { get; init; }

    /// <summary>What came out this time; null where the stage failed or was not begun.</summary>
    public required StageResult? Again { get; init; }

    /// <summary>Why there is nothing to compare; null where there is.</summary>
    public string? Fault { get; init; }

    /// <summary>The files that differ, in ordinal order of their names; none where all bytes are the same.</summary>
    public EquatableArray<OutputDifference> Differences { get; init; } = [];

    /// <summary>Whether the stage ran and made the same files, byte for byte.</summary>
    public bool IsIdentical => Again is not null && Differences.Count == 0;
}
