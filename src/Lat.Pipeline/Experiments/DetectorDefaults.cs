using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>
/// The section `detector` is what every other detector of an experiment differs from: a dataset's own, the extractor, the downstream detector.
/// Those sections name only what is different in them. So do the sections of a row of the table, against the experiment's own.
/// </summary>
internal static class DetectorDefaults
{
    public static ExperimentDocument Apply(ExperimentDocument document) => document
        .Inherit("detector", "datasets.*.detector", create: false)
        .Inherit("detector", "extractor", create: true)
        .Inherit("detector", "downstream", create: true)
        .Inherit("downstream", "rows.*.downstream", create: false)
        .Inherit("lat", "rows.*.lat", create: false)
        .Inherit("lgpl", "rows.*.lgpl", create: false)
        .Inherit("pseudoLabelTransfer", "rows.*.pseudoLabelTransfer", create: false)
        .Inherit("studentTeacher", "rows.*.studentTeacher", create: false);
}
