using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>
/// The section `detector` is what every other detector of an experiment differs from: a dataset's own, the extractor, the downstream detector.
/// Those sections name only what is different in them.
/// </summary>
internal static class DetectorDefaults
{
    public static ExperimentDocument Apply(ExperimentDocument document) => document
        .Inherit("detector", "datasets.*.detector", create: false)
        .Inherit("detector", "extractor", create: true)
        .Inherit("detector", "downstream", create: true);
}
