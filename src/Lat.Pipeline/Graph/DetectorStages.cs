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
            foreach (var (other, _) in experiment.Datasets)
            {
                if (other != name || NeedsOwnSpace(experiment))
                {
                    yield return new PseudoLabelsStage(
                        StageNames.PseudoLabels(name, other, seed), experiment.PseudoLabels, detector, StageNames.Import(other, validation: false), spec.Training.Threads);
                }
            }
        }
    }

    /// <summary>Whether the LAT model is shown a detector's predictions on its own training set.</summary>
    public static bool NeedsOwnSpace(Experiment experiment) =>
        experiment.Methods.Contains(Method.Lat) && experiment.Lat.Model.Proposals.OwnSpace != OwnSpaceProposals.GroundTruth;
}
