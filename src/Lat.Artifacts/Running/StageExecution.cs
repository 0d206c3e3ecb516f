using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What an executor says of a stage that ran to its end.</summary>
public sealed record StageExecution
{
    /// <summary>The files to keep, as paths inside the work directory with `/` between folders; all others there are dropped.</summary>
    public required EquatableArray<string> Outputs { get; init; }

    /// <summary>The largest resident memory in bytes; null where it was not measured.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>Facts about the machine that ran it. Default none: those of this machine are taken.</summary>
    public EquatableArray<SpecField> Environment { get; init; } = [];

    /// <summary>Whatever the stage tells about itself. Default none.</summary>
    public EquatableArray<SpecField> Values { get; init; } = [];
}
