using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What was observed while a stage ran. Kept with the result for people and plans; never part of a key.</summary>
public sealed record StageMeasurements
{
    /// <summary>Wall time in seconds. Default 0.</summary>
    public double Seconds { get; init; }

    /// <summary>The largest resident memory in bytes; null where nobody measured it.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>Facts about the machine. Default none; <see cref="MachineFacts.Read"/> gives the usual ones.</summary>
    public EquatableArray<SpecField> Environment { get; init; } = [];

    /// <summary>Whatever the stage tells about itself (final loss, number of images). Default none.</summary>
    public EquatableArray<SpecField> Values { get; init; } = [];
}
