using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The extractor, the frozen features, and the LAT model that all targets share.</summary>
internal static class LatStages
{
    public static IEnumerable<Stage> Of(Experiment experiment, Seed seed)
    {
        if (!experiment.Methods.Contains(Method.Lat))
        {
            yield break;
        }

        var extractor = StageNames.Extractor(seed);
        yield return new ExtractorStage(
            extractor,
            experiment.Extractor,
            experiment.Datasets.Keys.Select(name => KeyValuePair.Create(name, StageNames.Import(name, validation: false))).ToEquatableArray(),
            seed);
        foreach (var name in experiment.Datasets.Keys)
        {
            yield return new FeaturesStage(
                StageNames.Features(name, seed), experiment.Extractor.Levels, extractor, StageNames.Import(name, validation: false), experiment.Extractor.Training.Threads);
        }

        yield return new LatModelStage(
            StageNames.LatModel(seed), experiment.Lat, experiment.Datasets.Keys.Select(name => InputsOf(experiment, name, seed)).ToEquatableArray(), seed);
    }

    /// <summary>What the LAT model reads of one dataset.</summary>
    public static LatInputs InputsOf(Experiment experiment, string dataset, Seed seed) => new(
        dataset,
        StageNames.Import(dataset, validation: false),
        StageNames.Features(dataset, seed),
        experiment.Datasets.Keys
            .Where(space => space != dataset || DetectorStages.NeedsOwnSpace(experiment))
            .Select(space => KeyValuePair.Create(space, StageNames.PseudoLabels(space, dataset, seed))).ToEquatableArray());
}
