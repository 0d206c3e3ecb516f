using Lat.Core;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The extractor, the frozen features, and the LAT models that all targets share: one, and one more for each row that trains another.</summary>
internal static class LatStages
{
    public static IEnumerable<Stage> Of(Experiment experiment, Seed seed)
    {
        if (!experiment.AllMethods.Any(method => method is Method.Lat or Method.LabelGuided))
        {
            yield break;
        }

        foreach (var stage in Features(experiment, seed))
        {
            yield return stage;
        }

        foreach (var row in BenchmarkRow.Of(experiment).Where(row => row.Method == Method.Lat).DistinctBy(row => row.LatModel))
        {
            yield return new LatModelStage(
                StageNames.LatModel(row.LatModel, seed), row.Experiment.Lat, experiment.Datasets.Keys.Select(name => InputsOf(row.Experiment, name, seed)).ToEquatableArray(), seed);
        }
    }

    /// <summary>The features of every dataset, and the extractor where it is trained here.</summary>
    private static IEnumerable<Stage> Features(Experiment experiment, Seed seed)
    {
        var (spec, extractor) = (experiment.Extractor, StageNames.Extractor(seed));
        if (spec.Pretrained is null)
        {
            yield return new ExtractorStage(
                extractor,
                spec,
                experiment.Datasets.Keys.Select(name => KeyValuePair.Create(name, StageNames.Import(name, validation: false))).ToEquatableArray(),
                seed);
        }

        foreach (var name in experiment.Datasets.Keys)
        {
            yield return Features(spec, StageNames.Features(name, seed), extractor, name, mirrors: false);
        }

        var mirrors = BenchmarkRow.Of(experiment).Any(row => row.Method == Method.Lat && row.Experiment.Lat.Model.Mirror);
        foreach (var name in mirrors ? experiment.Datasets.Keys : [])
        {
            yield return Features(spec, StageNames.MirroredFeatures(name, seed), extractor, name, mirrors: true);
        }
    }

    private static Stage Features(ExtractorSpec spec, string name, string extractor, string dataset, bool mirrors)
    {
        var import = StageNames.Import(dataset, validation: false);
        return spec.Pretrained is { } pretrained
            ? new PretrainedFeaturesStage(name, pretrained, import, spec.Training.Threads, mirrors)
            : new FeaturesStage(name, spec.Levels, extractor, import, spec.Training.Threads, mirrors);
    }

    /// <summary>The training sets whose classes are counted for the thresholds of the proposals; none where these are fixed.</summary>
    public static EquatableArray<KeyValuePair<string, string>> Counted(Experiment experiment) => experiment.Lat.Model.Proposals.CountMatched
        ? experiment.Datasets.Keys.Select(name => KeyValuePair.Create(name, StageNames.Import(name, validation: false))).ToEquatableArray()
        : [];

    /// <summary>What the LAT model reads of one dataset.</summary>
    public static LatInputs InputsOf(Experiment experiment, string dataset, Seed seed) => new(
        dataset,
        StageNames.Import(dataset, validation: false),
        StageNames.Features(dataset, seed),
        experiment.Datasets.Keys
            .Where(space => space != dataset || experiment.Lat.Model.Proposals.OwnSpace.HasPredictions())
            .Select(space => KeyValuePair.Create(space, StageNames.PseudoLabels(space, dataset, seed))).ToEquatableArray())
    {
        Mirrored = experiment.Lat.Model.Mirror ? StageNames.MirroredFeatures(dataset, seed) : null,
        Computed = experiment.Extractor.Pretrained is { DiskBudget: not null } pretrained
            ? new ComputedFeaturesSpec(pretrained, experiment.Extractor.Training.Threads)
            : null,
    };
}
