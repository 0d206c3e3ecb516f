using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Which boxes and images are left out before training. The default leaves all in.</summary>
public sealed record BoxFilterOptions
{
    /// <summary>The least width of a box in pixels, at least 0. Default 0: any.</summary>
    [Range(0, 100_000)]
    public double MinimumWidth { get; init; }

    /// <summary>The least height of a box in pixels, at least 0. Default 0: any. (nuImages' own rule is 10.)</summary>
    [Range(0, 100_000)]
    public double MinimumHeight { get; init; }

    /// <summary>The least area of a box in square pixels, at least 0. Default 0: any.</summary>
    [Range(0, 1e10)]
    public double MinimumArea { get; init; }

    /// <summary>
    /// Whether images without a box to be found, crowds and ignored boxes not counted, are left out, as Detectron2's FILTER_EMPTY_ANNOTATIONS
    /// does: Cityscapes' 2,975 training images become 2,965, the number in the paper. Default false.
    /// </summary>
    public bool LeaveOutEmptyImages { get; init; }
}
