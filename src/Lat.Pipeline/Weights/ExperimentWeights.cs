using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>The files of weights that an experiment names.</summary>
public static class ExperimentWeights
{
    /// <summary>Each file once, in the experiment's order; fields that inherit it are named together.</summary>
    public static IReadOnlyList<NamedWeights> Of(Experiment experiment)
    {
        var pretrained = experiment.Extractor.Pretrained;
        IEnumerable<NamedWeights?> all =
        [
            Of("detector.weights", experiment.Detector.Weights),
            pretrained is null ? Of("extractor.weights", experiment.Extractor.Weights) : null,
            pretrained is null
                ? null
                : new NamedWeights("extractor.pretrained", pretrained.File, pretrained.Sha256, pretrained.Model is { } model ? PublishedWeights.Of(model) : null),
            Of("downstream.weights", experiment.Downstream.Weights),
            .. experiment.Rows.Select(row => Of($"rows[{row.Name}].downstream.weights", row.Downstream?.Weights)),
        ];
        return
        [
            .. all.OfType<NamedWeights>().GroupBy(weights => (weights.File, weights.Sha256))
                .Select(group => group.First() with { Fields = string.Join(", ", group.Select(weights => weights.Fields)) }),
        ];
    }

    private static NamedWeights? Of(string field, PretrainedWeights? weights) =>
        weights is null ? null : new NamedWeights(field, weights.File, weights.Sha256, PublishedWeights.Of(weights.Sha256));
}
