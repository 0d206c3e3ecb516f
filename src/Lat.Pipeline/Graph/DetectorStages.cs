using Lat.Core;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>One detector per dataset, its score on its own validation set, and its predictions on the others.</summary>
internal static class DetectorStages
{
    public static DetectorSpec SpecOf(Experiment experiment, string dataset) => experiment.Datasets[dataset].Detector ?? experiment.Detector;

    public static IEnumerable<Stage> Of(Experiment experiment, Seed seed)
    {
        foreach (var (name, _) in experiment.Datasets)
        {
            var spec = SpecOf(experiment, name);
            var detector = StageNames.Detector(name, seed);
            yield return new DetectorStage(detector, spec, StageNames.Import(name, validation: false), seed);
            yield return new EvaluateStage(
                StageNames.Evaluate("detector", name, seed), detector, StageNames.Import(name, validation: true), spec.Training.Threads);
            foreach (var stage in experiment.Datasets.Keys.SelectMany(other => PseudoLabels(experiment, spec, name, other, seed)))
            {
                yield return stage;
            }
        }
    }

    /// <summary>The predictions in one dataset's space on another, or on itself where the LAT model wants them; calibrated where asked.</summary>
    private static IEnumerable<Stage> PseudoLabels(Experiment experiment, DetectorSpec spec, string space, string dataset, Seed seed)
    {
        if (space == dataset && !NeedsOwnSpace(experiment))
        {
            yield break;
        }

        var (calibrates, threads) = (experiment.PseudoLabels.TemperatureScaling, spec.Training.Threads);
        var (detector, images, name) = (StageNames.Detector(space, seed), StageNames.Import(dataset, validation: false), StageNames.PseudoLabels(space, dataset, seed));
        var raw = calibrates ? StageNames.UncalibratedPseudoLabels(space, dataset, seed) : name;
        if (space == dataset && experiment.Lat.Model.Proposals.OwnSpace.IsOutOfFold())
        {
            foreach (var stage in OutOfFold(experiment, spec, dataset, raw, seed))
            {
                yield return stage;
            }
        }
        else
        {
            yield return new PseudoLabelsStage(raw, experiment.PseudoLabels, detector, images, threads);
        }

        if (calibrates)
        {
            yield return new CalibratedPseudoLabelsStage(name, raw, StageNames.Evaluate("detector", space, seed), StageNames.Import(space, validation: true));
        }
    }

    private static IEnumerable<Stage> OutOfFold(Experiment experiment, DetectorSpec spec, string dataset, string name, Seed seed)
    {
        var (folds, import) = (experiment.Lat.Model.Proposals.Folds, StageNames.Import(dataset, validation: false));
        var detectors = Enumerable.Range(0, folds).Select(fold => StageNames.FoldDetector(dataset, fold, folds, seed)).ToEquatableArray();
        for (var fold = 0; fold < folds; fold++)
        {
            yield return new FoldDetectorStage(detectors[fold], spec, new Fold(fold, folds), import, seed);
        }

        yield return new OutOfFoldPseudoLabelsStage(name, experiment.PseudoLabels, detectors, import, spec.Training.Threads);
    }

    /// <summary>Whether the LAT model is shown a detector's predictions on its own training set.</summary>
    public static bool NeedsOwnSpace(Experiment experiment) =>
        BenchmarkRow.Of(experiment).Any(row => row.Method == Method.Lat && row.Experiment.Lat.Model.Proposals.OwnSpace.HasPredictions());
}
