using Lat.Core;

namespace Lat.Datasets;

/// <summary>What reading a dataset met, beside the labels themselves.</summary>
public sealed record FormatReport
{
    /// <summary>The name of the format that was read.</summary>
    public required string Format { get; init; }

    /// <summary>How many things happened, by what happened (`boxes clipped to the image`), in ordinal order. Absent: never.</summary>
    public NamedMap<long> Counts { get; init; } = NamedMap<long>.Empty;

    /// <summary>What was wrong but tolerated, the first <see cref="ReadFaults.MaxKept"/>.</summary>
    public EquatableArray<ReadFault> Warnings { get; init; } = [];

    /// <summary>How many warnings there were in all.</summary>
    public long WarningCount { get; init; }
}
