using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What is done for one target: labels transferred by each method, their audit, the downstream detectors and their scores.</summary>
internal static class TargetStages
{
    public static IEnumerable<Stage> Of(Experiment experiment, string target, Seed seed)
    {
        var sources = experiment.Datasets.Keys.Where(name => name != target).ToList();
        foreach (var method in experiment.Methods)
        {
            foreach (var stage in sources.SelectMany(source => Transfers(experiment, method, source, target, seed)))
            {
                yield return stage;
            }

            var downstream = StageNames.Downstream(method, target, seed);
            yield return Downstream(experiment, method, sources, target, seed, downstream);
            yield return new EvaluateStage(
                StageNames.Evaluate(method.ToName(), target, seed), downstream, StageNames.Import(target, validation: true), experiment.Downstream.Training.Threads);
        }
    }

    private static IEnumerable<Stage> Transfers(Experiment experiment, Method method, string source, string target, Seed seed)
    {
        var name = StageNames.Transfer(method, source, target, seed);
        var import = StageNames.Import(source, validation: false);
        switch (method)
        {
            case Method.PseudoLabel or Method.PseudoLabelFiltered:
                yield return new PseudoLabelTransferStage(
                    name,
                    experiment.Lat.Transfer,
                    experiment.PseudoLabelTransfer,
                    filters: method == Method.PseudoLabelFiltered,
                    import,
                    StageNames.PseudoLabels(target, source, seed),
                    target,
                    StageNames.Import(target, validation: false));
                break;
            case Method.LabelGuided:
                yield return new LabelGuidedTransferStage(
                    name,
                    experiment.Lgpl.Head,
                    experiment.Lgpl.Training ?? experiment.Lat.Training,
                    experiment.Lat.Transfer,
                    LatStages.InputsOf(experiment, source, seed) with { PseudoLabels = [] },
                    LatStages.InputsOf(experiment, target, seed) with { PseudoLabels = [KeyValuePair.Create(source, StageNames.PseudoLabels(source, target, seed))] },
                    seed);
                break;
            case Method.Lat:
                yield return new TransferStage(
                    name, experiment.Lat, StageNames.LatModel(seed), LatStages.InputsOf(experiment, source, seed), target, LatStages.Counted(experiment));
                break;
            default:
                yield break;
        }

        yield return new AlignmentStage(StageNames.Alignment(method, source, target, seed), import, name);
        if (TruthOf(experiment, target) is { } truth)
        {
            yield return new AuditStage(StageNames.Audit(method, source, target, seed), import, truth, name);
        }
    }

    private static Stage Downstream(Experiment experiment, Method method, IReadOnlyList<string> sources, string target, Seed seed, string name)
    {
        var import = StageNames.Import(target, validation: false);
        var spec = experiment.Downstream;
        if (method == Method.Baseline)
        {
            // Without a source there is nothing to weigh, to mix or to tune to: the same computation as a dataset's own detector.
            return new DetectorStage(
                name, new DetectorSpec { Network = spec.Network, Training = spec.Training, Augmentation = spec.Augmentation, Weights = spec.Weights }, import, seed);
        }

        if (method == Method.StudentTeacher)
        {
            var others = sources.Select(source => KeyValuePair.Create(source, StageNames.Import(source, validation: false))).ToEquatableArray();
            return new StudentTeacherStage(name, spec, experiment.StudentTeacher, import, others, seed);
        }

        return new DownstreamStage(name, spec, import, sources.Select(source => method == Method.Oracle
            ? new LabelledSource(source, StageNames.Import(source, validation: false), StageNames.Import(source, validation: false), TruthOf(experiment, target)!)
            : new LabelledSource(source, StageNames.Import(source, validation: false), StageNames.Transfer(method, source, target, seed), TransferStage.Labels)).ToEquatableArray(), seed);
    }

    /// <summary>The file of an import that holds the truth in the target's space, where the data are generated.</summary>
    public static string? TruthOf(Experiment experiment, string target) =>
        experiment.Datasets[target] is StreetsDatasetOptions streets && experiment.Datasets.Values.All(dataset => dataset is StreetsDatasetOptions)
            ? DatasetFiles.Truth(streets.Space)
            : null;
}
