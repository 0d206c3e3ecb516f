using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>What is done for one target: labels transferred by each method, their audit, the downstream detectors and their scores.</summary>
internal static class TargetStages
{
    public static IEnumerable<Stage> Of(Experiment experiment, string target, Seed seed)
    {
        foreach (var row in BenchmarkRow.Of(experiment))
        {
            foreach (var stage in row.MakesLabels ? row.SourcesOf(target).SelectMany(source => Transfers(row, source, target, seed)) : [])
            {
                yield return stage;
            }

            foreach (var correction in Corrections(row, target, seed))
            {
                yield return correction;
            }

            var downstream = StageNames.Downstream(row.Name, target, seed);
            yield return Downstream(row, target, seed, downstream);
            foreach (var audit in row.Method == Method.StudentTeacher ? TeacherAudits(row, target, seed, downstream) : [])
            {
                yield return audit;
            }

            yield return new EvaluateStage(
                StageNames.Evaluate(row.Name, target, seed), downstream, StageNames.Import(target, validation: true), row.Experiment.Downstream.Training.Threads);
        }
    }

    private static IEnumerable<Stage> Transfers(BenchmarkRow row, string source, string target, Seed seed)
    {
        var (experiment, method) = (row.Experiment, row.Method);
        var name = StageNames.Transfer(row.Name, source, target, seed);
        var import = StageNames.Import(source, validation: false);
        switch (method)
        {
            case Method.PseudoLabel or Method.PseudoLabelFiltered:
                yield return new PseudoLabelTransferStage(
                    name,
                    experiment.Lat.Transfer.ForRivals(),
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
                    experiment.Lat.Transfer.ForRivals(),
                    LatStages.InputsOf(experiment, source, seed) with { PseudoLabels = [] },
                    LatStages.InputsOf(experiment, target, seed) with { PseudoLabels = [KeyValuePair.Create(source, StageNames.PseudoLabels(source, target, seed))] },
                    seed);
                break;
            case Method.Lat:
                yield return new TransferStage(
                    name, experiment.Lat, StageNames.LatModel(row.LatModel, seed), LatStages.InputsOf(experiment, source, seed), target, LatStages.Counted(experiment));
                break;
            case Method.NaiveMerge:
                yield return new ClassRenamingStage(name, null, import, StageNames.Import(target, validation: false));
                break;
            case Method.SourceOnlyMapped:
                yield return new ClassRenamingStage(
                    name, ClassMappings.Find(experiment.ClassMapping, source, target), import, StageNames.Import(target, validation: false));
                break;
            default:
                yield break;
        }

        yield return new AlignmentStage(StageNames.Alignment(row.Name, source, target, seed), import, name);
        if (TruthOf(experiment, target) is { } truth)
        {
            yield return new AuditStage(StageNames.Audit(row.Name, source, target, seed), import, truth, name, experiment.Downstream.LabelThreshold);
        }
    }

    private static IEnumerable<Stage> TeacherAudits(BenchmarkRow row, string target, Seed seed, string downstream) =>
        from source in row.SourcesOf(target)
        let truth = TruthOf(row.Experiment, target)
        where truth is not null
        select new TeacherAuditStage(
            StageNames.Audit(row.Name, source, target, seed),
            StageNames.Import(source, validation: false),
            truth,
            downstream,
            row.Experiment.StudentTeacher,
            row.Experiment.Downstream.Training.Threads);

    private static IEnumerable<Stage> Corrections(BenchmarkRow row, string target, Seed seed) =>
        from source in row.WritesLabels ? row.SourcesOf(target) : []
        let files = CorrectionOptions.FilesOf(row.Experiment, row.Name, source, target)
        where files.Count > 0
        select new CorrectionStage(StageNames.Corrected(row.Name, source, target, seed), StageNames.Transfer(row.Transfers, source, target, seed), files);

    private static Stage Downstream(BenchmarkRow row, string target, Seed seed, string name)
    {
        var (import, spec) = (StageNames.Import(target, validation: false), row.Experiment.Downstream);
        if (spec.Architecture == DetectorArchitecture.DeformableDetr)
        {
            return row.Method switch
            {
                Method.Baseline => new DeformableDetrStage(name, spec.WithoutSources(), import, [], seed),
                Method.NaiveMerge or Method.SourceOnlyMapped =>
                    new HandLabelledDeformableDetrStage(name, spec, import, Labelled(row, target, seed), row.Method == Method.NaiveMerge, seed),
                _ => new DeformableDetrStage(name, spec, import, Labelled(row, target, seed), seed),
            };
        }

        return row.Method switch
        {
            // Without a source there is nothing to weigh, to mix or to tune to: the same computation as a dataset's own detector.
            Method.Baseline => new DetectorStage(name, spec.OnGroundTruth(), import, seed),
            Method.StudentTeacher => new StudentTeacherStage(
                name,
                spec,
                row.Experiment.StudentTeacher,
                import,
                row.SourcesOf(target).Select(source => KeyValuePair.Create(source, StageNames.Import(source, validation: false))).ToEquatableArray(),
                seed),
            Method.NaiveMerge or Method.SourceOnlyMapped => new HandLabelledStage(name, spec, import, Labelled(row, target, seed), row.Method == Method.NaiveMerge, seed),
            _ => new DownstreamStage(name, spec, import, Labelled(row, target, seed), seed),
        };
    }

    /// <summary>The sources with the labels that the row trains on.</summary>
    private static EquatableArray<LabelledSource> Labelled(BenchmarkRow row, string target, Seed seed) => row.SourcesOf(target).Select(source =>
    {
        var import = StageNames.Import(source, validation: false);
        return row.Method == Method.Oracle
            ? new LabelledSource(source, import, import, TruthOf(row.Experiment, target)!)
            : new LabelledSource(
                source,
                import,
                CorrectionOptions.FilesOf(row.Experiment, row.Name, source, target).Count > 0
                    ? StageNames.Corrected(row.Name, source, target, seed)
                    : StageNames.Transfer(row.Transfers, source, target, seed),
                TransferStage.Labels);
    }).ToEquatableArray();

    /// <summary>The file of an import that holds the truth in the target's space, where the data are generated.</summary>
    public static string? TruthOf(Experiment experiment, string target) =>
        experiment.Datasets[target] is StreetsDatasetOptions streets && experiment.Datasets.Values.All(dataset => dataset is StreetsDatasetOptions)
            ? DatasetFiles.Truth(streets.Space)
            : null;
}
