using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The files of an experiment's stages that its report is made of.</summary>
internal static class ReportFiles
{
    /// <summary>What an input of the report is called: the stage and its file.</summary>
    public static string NameOf(string node, string output) => $"{node}/{output}";

    /// <summary>All of them, in one order.</summary>
    public static EquatableArray<StageInput> Of(Experiment experiment) => Every(experiment).Distinct()
        .Select(file => new StageInput(NameOf(file.Node, file.Output), file.Node, file.Output)).ToEquatableArray();

    /// <summary>The stages whose training curves are shown: those of the first seed.</summary>
    public static IEnumerable<string> Trainings(Experiment experiment)
    {
        var seed = experiment.Seeds[0];
        foreach (var dataset in experiment.Datasets.Keys)
        {
            yield return StageNames.Detector(dataset, seed);
        }

        if (experiment.Methods.Contains(Method.Lat))
        {
            if (experiment.Extractor.Pretrained is null)
            {
                yield return StageNames.Extractor(seed);
            }

            yield return StageNames.LatModel(seed);
        }

        foreach (var (target, method) in from target in experiment.Targets from method in experiment.Methods select (target.Value, method))
        {
            yield return StageNames.Downstream(method, target, seed);
        }
    }

    /// <summary>The methods that write labels, in the order of the experiment.</summary>
    public static IEnumerable<Method> Transferring(Experiment experiment) =>
        experiment.Methods.Where(method => method is not (Method.Baseline or Method.StudentTeacher or Method.Oracle));

    private static IEnumerable<(string Node, string Output)> Every(Experiment experiment) =>
        Datasets(experiment).Concat(experiment.Seeds.SelectMany(seed => Measurements(experiment, seed))).Concat(Labels(experiment))
            .Concat(Trainings(experiment).Select(stage => (stage, TrainingFiles.Metrics)));

    private static IEnumerable<(string Node, string Output)> Datasets(Experiment experiment)
    {
        foreach (var name in experiment.Datasets.Keys)
        {
            yield return (StageNames.Import(name, validation: false), DatasetFiles.Images);
            yield return (StageNames.Import(name, validation: false), DatasetFiles.Annotations);
            yield return (StageNames.Import(name, validation: true), DatasetFiles.Annotations);
        }
    }

    private static IEnumerable<(string Node, string Output)> Measurements(Experiment experiment, Seed seed)
    {
        foreach (var name in experiment.Datasets.Keys)
        {
            yield return (StageNames.Evaluate("detector", name, seed), EvaluateStage.Metrics);
        }

        foreach (var (target, method) in from target in experiment.Targets from method in experiment.Methods select (target.Value, method))
        {
            yield return (StageNames.Evaluate(method.ToName(), target, seed), EvaluateStage.Metrics);
            yield return (StageNames.Evaluate(method.ToName(), target, seed), EvaluateStage.Analysis);
            foreach (var source in experiment.Datasets.Keys.Where(source => IsAudited(experiment, method, source, target)))
            {
                yield return (StageNames.Audit(method, source, target, seed), AuditStage.Audit);
            }
        }
    }

    private static IEnumerable<(string Node, string Output)> Labels(Experiment experiment)
    {
        foreach (var (target, source) in from target in experiment.Targets from source in experiment.Datasets.Keys where source != target.Value select (target.Value, source))
        {
            foreach (var method in Transferring(experiment))
            {
                yield return (StageNames.Transfer(method, source, target, experiment.Seeds[0]), TransferStage.Labels);
            }

            if (TargetStages.TruthOf(experiment, target) is { } truth)
            {
                yield return (StageNames.Import(source, validation: false), truth);
            }
        }
    }

    private static bool IsAudited(Experiment experiment, Method method, string source, string target) =>
        source != target && Transferring(experiment).Contains(method) && TargetStages.TruthOf(experiment, target) is not null;
}
