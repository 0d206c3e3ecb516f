using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>Which examples a batch is drawn from: all of them, and for a last phase only the target's (paper, table 5).</summary>
public sealed record SamplingPlan
{
    /// <summary>The last iterations that draw from <see cref="TargetIndices"/> alone. Default 0; the paper: 10,000 of 50,000.</summary>
    [Range(0, 100000000)]
    public int FineTuneIterations { get; init; }

    /// <summary>
    /// Whether before that every batch is half from the target and half from the others (paper, table 5, '50-50');
    /// otherwise all examples are shuffled together ('mixed'). Default false.
    /// </summary>
    public bool HalfAndHalf { get; init; }

    /// <summary>The positions of the target's own examples in the source. Default none: then there is neither fine-tuning nor halving.</summary>
    public EquatableArray<int> TargetIndices { get; init; } = [];
}
