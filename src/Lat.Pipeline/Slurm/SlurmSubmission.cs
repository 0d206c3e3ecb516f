using Lat.Core;

namespace Lat.Pipeline;

/// <summary>A job, or an array of equal jobs, to be submitted.</summary>
internal sealed record SlurmSubmission
{
    /// <summary>What people see in the queue.</summary>
    public required string Name { get; init; }

    /// <summary>What a later run knows it by.</summary>
    public required string Comment { get; init; }

    /// <summary>The batch script.</summary>
    public required string Script { get; init; }

    /// <summary>The folder of the logs.</summary>
    public required string LogDirectory { get; init; }

    /// <summary>How many tasks; 1 is no array.</summary>
    public required int Tasks { get; init; }

    /// <summary>The most tasks of the array at once; null: no limit.</summary>
    public int? AtOnce { get; init; }

    /// <summary>The jobs that must have succeeded before: `12`, or `12_3` for one task.</summary>
    public EquatableArray<string> After { get; init; } = [];

    public required int Threads { get; init; }

    /// <summary>Memory in bytes; null: the partition's default.</summary>
    public long? MemoryBytes { get; init; }

    public required bool UsesGpu { get; init; }

    public required SlurmRequest Request { get; init; }
}
