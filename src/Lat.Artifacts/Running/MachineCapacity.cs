using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What a run may take of its machine at once. A stage that needs more than all of it runs alone.</summary>
public sealed record MachineCapacity
{
    /// <summary>No limit but the number of jobs.</summary>
    public static readonly MachineCapacity Unlimited = new();

    /// <summary>Threads; null: no limit. Default null.</summary>
    public int? Threads { get; init; }

    /// <summary>Memory in bytes; null: no limit. Default null.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The GPUs, each for one stage at a time; none: stages are not told a device. Default none.</summary>
    public EquatableArray<string> Devices { get; init; } = [];
}
