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

        var rows = BenchmarkRow.Of(experiment);
        if (rows.Any(row => row.Method == Method.Lat) && experiment.Extractor.Pretrained is null)
        {
            yield return StageNames.Extractor(seed);
        }

        foreach (var row in rows.Where(row => row.Method == Method.Lat).DistinctBy(row => row.LatModel))
        {
            yield return StageNames.LatModel(row.LatModel, seed);
        }

        foreach (var (target, row) in from target in experiment.Targets from row in rows select (target.Value, row.Name))
        {
            yield return StageNames.Downstream(row, target, seed);
        }
    }

    /// <summary>The rows that write labels for a source and a target, in the order of the table.</summary>
    public static IEnumerable<BenchmarkRow> Transferring(Experiment experiment, string source, string target) =>
        BenchmarkRow.Of(experiment).Where(row => row.MakesLabels && row.SourcesOf(target).Contains(source));

    private static IEnumerable<(string Node, string Output)> Every(Experiment experiment) =>
        Datasets(experiment).Concat(experiment.Seeds.SelectMany(seed => Measurements(experiment, seed))).Concat(Labels(experiment)).Concat(Statistics(experiment))
            .Concat(Trainings(experiment).Select(stage => (stage, TrainingFiles.Metrics)));

    private static IEnumerable<(string Node, string Output)> Datasets(Experiment experiment)
    {
        foreach (var (name, dataset) in experiment.Datasets)
        {
            yield return (StageNames.Import(name, validation: false), DatasetFiles.Images);
            yield return (StageNames.Import(name, validation: false), DatasetFiles.Annotations);
            yield return (StageNames.Import(name, validation: true), DatasetFiles.Annotations);
            if (dataset is FolderDatasetOptions)
            {
                yield return (StageNames.Import(name, validation: false), DatasetFiles.Card);
                yield return (StageNames.Import(name, validation: true), DatasetFiles.Card);
            }
        }
    }

    private static IEnumerable<(string Node, string Output)> Measurements(Experiment experiment, Seed seed)
    {
        foreach (var name in experiment.Datasets.Keys)
        {
            yield return (StageNames.Evaluate("detector", name, seed), EvaluateStage.Metrics);
        }

        foreach (var (target, row) in from target in experiment.Targets from row in BenchmarkRow.Of(experiment) select (target.Value, row))
        {
            yield return (StageNames.Evaluate(row.Name, target, seed), EvaluateStage.Metrics);
            yield return (StageNames.Evaluate(row.Name, target, seed), EvaluateStage.Analysis);
            foreach (var source in TargetStages.TruthOf(experiment, target) is null || !row.IsAudited ? [] : row.SourcesOf(target))
            {
                yield return (StageNames.Audit(row.Name, source, target, seed), AuditStage.Audit);
            }
        }
    }

    private static IEnumerable<(string Node, string Output)> Statistics(Experiment experiment) =>
        from target in experiment.Targets
        from row in BenchmarkRow.Of(experiment)
        select (StageNames.Statistics(row.Name, target.Value), StatisticsStage.Statistics);

    private static IEnumerable<(string Node, string Output)> Labels(Experiment experiment)
    {
        foreach (var (target, source) in from target in experiment.Targets from source in experiment.Datasets.Keys where source != target.Value select (target.Value, source))
        {
            foreach (var row in Transferring(experiment, source, target))
            {
                yield return (StageNames.Transfer(row.Name, source, target, experiment.Seeds[0]), TransferStage.Labels);
            }

            if (TargetStages.TruthOf(experiment, target) is { } truth)
            {
                yield return (StageNames.Import(source, validation: false), truth);
            }
        }
    }
}
