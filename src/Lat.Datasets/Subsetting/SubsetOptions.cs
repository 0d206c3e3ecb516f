using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Which images of a dataset to use.</summary>
public sealed record SubsetOptions
{
    /// <summary>How many images, at least 1. Default null: all of them. A dataset with fewer gives all it has.</summary>
    [Range(1, int.MaxValue)]
    public int? Count { get; init; }

    /// <summary>The seed of the choice. Default 1. It is ignored where all are used.</summary>
    public Seed Seed { get; init; } = new(1);
}
