using Lat.Core;

namespace Lat.Pipeline;

/// <summary>One dataset of an experiment: where its images and labels come from, and what is particular to its detector.</summary>
[Variant("streets", typeof(StreetsDatasetOptions))]
public abstract record DatasetOptions
{
    /// <summary>
    /// The detector of this dataset. In the file it need only name the fields that differ from the experiment's `detector`.
    /// Default null: the experiment's.
    /// </summary>
    public DetectorSpec? Detector { get; init; }
}
