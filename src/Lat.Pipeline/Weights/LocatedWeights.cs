using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>Finds an experiment's weights in the folder of the datasets where they are not below the current one. Where they lie is in no key.</summary>
internal static class LocatedWeights
{
    /// <summary>The same experiment, naming the files where they are.</summary>
    public static Experiment Of(Experiment experiment, DataFolder data) => experiment with
    {
        Detector = Of(experiment.Detector, data),
        Extractor = experiment.Extractor with
        {
            Weights = Of(experiment.Extractor.Weights, data),
            Pretrained = experiment.Extractor.Pretrained is { } pretrained ? pretrained with { File = Find(pretrained.File, data) } : null,
        },
        Downstream = experiment.Downstream with { Weights = Of(experiment.Downstream.Weights, data) },
        Corrections = experiment.Corrections.Select(correction => correction with { File = Find(correction.File, data) }).ToEquatableArray(),
        Rows = experiment.Rows.Select(row => row.Downstream is { } spec ? row with { Downstream = spec with { Weights = Of(spec.Weights, data) } } : row).ToEquatableArray(),
        Datasets = new NamedMap<DatasetOptions>(experiment.Datasets.Select(dataset => KeyValuePair.Create(
            dataset.Key, dataset.Value.Detector is { } detector ? dataset.Value with { Detector = Of(detector, data) } : dataset.Value))),
    };

    private static DetectorSpec Of(DetectorSpec spec, DataFolder data) => spec with { Weights = Of(spec.Weights, data) };

    private static PretrainedWeights? Of(PretrainedWeights? weights, DataFolder data) =>
        weights is null ? null : weights with { File = Find(weights.File, data) };

    private static string Find(string file, DataFolder data) => !File.Exists(file) && File.Exists(data.PathOf(file)) ? data.PathOf(file) : file;
}
