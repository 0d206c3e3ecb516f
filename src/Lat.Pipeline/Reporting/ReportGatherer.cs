using System.Text.Json;
using Lat.Core;
using Lat.Datasets;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>Puts together what the page of an experiment shows, from the files of its stages; what is not there is left out.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="find">The path of a file, by stage and name; null where it is not at hand.</param>
internal sealed class ReportGatherer(Experiment experiment, Func<string, string, string?> find)
{
    private readonly Dictionary<string, AnnotationSet?> _annotations = new(StringComparer.Ordinal);
    private readonly EquatableArray<BenchmarkRow> _rows = BenchmarkRow.Of(experiment);

    /// <summary>The numbers, as far as the page shows them: without stages, machine and inputs, which are the run's.</summary>
    public ExperimentResults Results() => new(
        ReportStage.NodeName,
        experiment.Targets,
        _rows.Select(row => row.Name).ToEquatableArray(),
        (from seed in experiment.Seeds
         from target in experiment.Targets
         from row in _rows
         let stage = StageNames.Evaluate(row.Name, target.Value, seed)
         select new MethodResult(row.Name, target, seed, Json<CocoMetrics>(stage, EvaluateStage.Metrics)!)
         {
             Analysis = Json<DetectionAnalysis>(stage, EvaluateStage.Analysis),
         }).ToEquatableArray())
    {
        Detectors = (from seed in experiment.Seeds
                     from dataset in experiment.Datasets.Keys
                     select new MethodResult("detector", new DatasetName(dataset), seed, Json<CocoMetrics>(StageNames.Evaluate("detector", dataset, seed), EvaluateStage.Metrics)!))
            .ToEquatableArray(),
        Transfers = (from seed in experiment.Seeds
                     from target in experiment.Targets
                     from row in _rows
                     from source in experiment.Datasets.Keys
                     let audit = Json<TransferAuditResult>(StageNames.Audit(row.Name, source, target.Value, seed), AuditStage.Audit)
                     where audit is not null
                     select new TransferMeasurement(row.Name, new DatasetName(source), target, seed, audit)).ToEquatableArray(),
        Statistics = (from target in experiment.Targets
                      from row in _rows
                      let measured = Json<MethodStatistics>(StageNames.Statistics(row.Name, target.Value), StatisticsStage.Statistics)
                      where measured is not null
                      select new RowStatistics(row.Name, target, measured)).ToEquatableArray(),
    };

    /// <summary>The whole page's content.</summary>
    /// <param name="results">The numbers.</param>
    public PageContent Content(ExperimentResults results)
    {
        var transfers = Transfers().ToList();
        return new PageContent(results)
        {
            Published = experiment.Published,
            Training = ReportFiles.Trainings(experiment).Select(stage => (stage, Path: find(stage, TrainingFiles.Metrics)))
                .Where(file => file.Path is not null).Select(file => TrainingCurveFile.Read(file.stage, file.Path!)).ToEquatableArray(),
            Alignments = (from source in transfers
                          from method in source.Labels
                          select TransferAlignment.Of(method.Key, source.Source, source.Target, source.Annotations, method.Value, source.Threshold)).ToEquatableArray(),
            Datasets = Cards().ToEquatableArray(),
            Viewer = ReportImages.Sample(transfers, dataset => find(StageNames.Import(dataset.Value, validation: false), DatasetFiles.Images)),
        };
    }

    private IEnumerable<DatasetCard> Cards()
    {
        foreach (var (name, dataset) in experiment.Datasets)
        {
            if (Annotations(StageNames.Import(name, validation: false), DatasetFiles.Annotations) is { } train
                && Annotations(StageNames.Import(name, validation: true), DatasetFiles.Annotations) is { } validation)
            {
                yield return DatasetCard.Of(new DatasetName(name), DatasetKinds.NameOf(dataset), train, validation) with { Import = Import(name) };
            }
        }
    }

    /// <summary>What the imports of a dataset from disk found; null for a generated one.</summary>
    private DatasetImport? Import(string name) =>
        find(StageNames.Import(name, validation: false), DatasetFiles.Card) is { } train && find(StageNames.Import(name, validation: true), DatasetFiles.Card) is { } validation
            ? new DatasetImport(ImportFactsFile.Read(train), ImportFactsFile.Read(validation))
            : null;

    /// <summary>The labels of the first seed, for every source and target.</summary>
    private IEnumerable<ViewerSource> Transfers()
    {
        foreach (var (target, source) in from target in experiment.Targets from source in experiment.Datasets.Keys where source != target.Value select (target, source))
        {
            var import = StageNames.Import(source, validation: false);
            var labels = (from row in ReportFiles.Transferring(experiment, source, target.Value)
                          let found = Annotations(StageNames.Transfer(row.Name, source, target.Value, experiment.Seeds[0]), TransferStage.Labels)
                          where found is not null
                          select KeyValuePair.Create(row.Name, found)).ToEquatableArray();
            if (labels.Count > 0 && Annotations(import, DatasetFiles.Annotations) is { } own)
            {
                var truth = TargetStages.TruthOf(experiment, target.Value) is { } file ? Annotations(import, file) : null;
                yield return new ViewerSource(new DatasetName(source), target, own, labels, truth, experiment.Downstream.LabelThreshold);
            }
        }
    }

    private AnnotationSet? Annotations(string node, string output)
    {
        var name = ReportFiles.NameOf(node, output);
        if (!_annotations.TryGetValue(name, out var set))
        {
            _annotations[name] = set = find(node, output) is { } path ? AnnotationFile.Read(path) : null;
        }

        return set;
    }

    private T? Json<T>(string node, string output) where T : class =>
        find(node, output) is { } path ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), EvaluationJson.Options) : null;
}
