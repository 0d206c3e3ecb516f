using System.Text;
using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>Gathers the measurements of a finished run, writes results.json, report.md and report.html, prints the table and has the gates judged.</summary>
internal sealed class ResultsDesk(TextWriter output, string rootDirectory, string lockPath, string name, string yaml, Experiment experiment)
{
    private static readonly bool[] Splits = [false, true]; // training, validation

    /// <returns>0; where the goal is the gate, 1 where a limit was missed and 2 where one could not be judged.</returns>
    public int Conclude(RunReport report, ArtifactStore store, PipelineGoal goal, bool updatesBaseline)
    {
        var results = Gather(report, store);
        var folder = Path.Combine(rootDirectory, "artifacts", "experiments", name);
        Directory.CreateDirectory(folder);
        var resolved = Path.Combine(folder, "experiment.yaml");
        File.WriteAllText(resolved + ".partial", yaml);
        File.Move(resolved + ".partial", resolved, overwrite: true);
        ResultsFile.Write(Path.Combine(folder, "results.json"), results);
        MarkdownReport.Write(Path.Combine(folder, "report.md"), results, experiment.Published, SettingDeviations.Of(experiment, yaml).ToEquatableArray());
        WritePage(Path.Combine(folder, ReportFolder.Page), report, store, results, updatesBaseline);
        output.WriteLine();
        output.WriteLine(TerminalReport.Render(results));
        var shown = Path.GetRelativePath(rootDirectory, folder);
        output.WriteLine($"Report: {Path.Combine(shown, ReportFolder.Page)}   Text: {Path.Combine(shown, "report.md")}   Data: {Path.Combine(shown, "results.json")}");
        return new GateDesk(output, rootDirectory, name, ContentHash.Of(Encoding.UTF8.GetBytes(yaml)), experiment.Gates)
            .Conclude(results, folder, goal == PipelineGoal.Gate, updatesBaseline);
    }

    /// <summary>The page that the report's stage made, with what the run says of itself.</summary>
    private void WritePage(string path, RunReport report, ArtifactStore store, ExperimentResults results, bool updatesBaseline)
    {
        using var reader = new StreamReader(store.OpenVerified(report[ReportStage.NodeName].Result!.Output(ReportStage.Page)));

        // A baseline that is about to be replaced may be broken, and judges nothing.
        var baseline = !updatesBaseline && experiment.Gates.Any(gate => gate.MaximumDrop is not null) ? BaselineFile.Read(BaselineFile.PathOf(rootDirectory, name)) : null;
        HtmlReport.Write(path, HtmlReport.Complete(reader.ReadToEnd(), ReportFolder.RunOf(results, experiment, yaml, baseline)));
    }

    private ExperimentResults Gather(RunReport report, ArtifactStore store)
    {
        var rows = BenchmarkRow.Of(experiment);
        var results = from seed in experiment.Seeds
                      from target in experiment.Targets
                      from row in rows
                      select Measured(report, store, row.Name, target, seed);
        var transfers = from seed in experiment.Seeds
                        from target in experiment.Targets
                        from row in rows
                        from source in experiment.Datasets.Keys
                        let audit = report.Stages.FirstOrDefault(stage => stage.Node.Name == StageNames.Audit(row.Name, source, target.Value, seed))
                        where audit is not null
                        select new TransferMeasurement(
                            row.Name, new DatasetName(source), target, seed, Read<TransferAuditResult>(audit.Result!, AuditStage.Audit, store));
        var statistics = from target in experiment.Targets
                         from row in rows
                         select new RowStatistics(
                             row.Name, target, Read<MethodStatistics>(report[StageNames.Statistics(row.Name, target.Value)].Result!, StatisticsStage.Statistics, store));
        return new ExperimentResults(name, experiment.Targets, rows.Select(row => row.Name).ToEquatableArray(), results.ToEquatableArray())
        {
            Transfers = transfers.ToEquatableArray(),
            Statistics = statistics.ToEquatableArray(),
            Rows = RowSummaries.Of(experiment, report).ToEquatableArray(),
            Cost = StageCosts.Of(report.Stages),
            Detectors = (from seed in experiment.Seeds
                         from dataset in experiment.Datasets.Keys
                         select Measured(report, store, "detector", new DatasetName(dataset), seed)).ToEquatableArray(),
            Stages = report.Stages.Select(StageCosts.ToRecord).ToEquatableArray(),
            Environment = MachineFacts.Read().Select(fact => new EnvironmentFact(fact.Path, fact.Value)).Append(Lock()).ToEquatableArray(),
        };
    }

    /// <summary>What the experiment was locked to when these results were gathered.</summary>
    private EnvironmentFact Lock() => new(
        "lock", File.Exists(lockPath) ? $"{Path.GetRelativePath(rootDirectory, lockPath)}: sha256 {ContentHash.OfFile(lockPath)}" : "none");

    private MethodResult Measured(RunReport report, ArtifactStore store, string method, DatasetName target, Seed seed)
    {
        var stage = report[StageNames.Evaluate(method, target.Value, seed)].Result!;
        return new MethodResult(method, target, seed, Read<CocoMetrics>(stage, EvaluateStage.Metrics, store))
        {
            Inputs = stage.Parts.Inputs.Select(input => new InputHash(input.Name, input.Hash)).Concat(ImageLists(report, method, target)).ToEquatableArray(),
            Analysis = Read<DetectionAnalysis>(stage, EvaluateStage.Analysis, store),
        };
    }

    /// <summary>Exactly which images a score stands on: what it was measured on, and all that its method may have been trained on.</summary>
    private IEnumerable<InputHash> ImageLists(RunReport report, string method, DatasetName target)
    {
        var row = BenchmarkRow.Of(experiment).FirstOrDefault(row => row.Name == method);
        var isAlone = row is null or { Method: Method.Baseline };
        return from dataset in experiment.Datasets.Keys
               from validation in Splits
               where dataset == target.Value || (!validation && !isAlone)
               let node = StageNames.Import(dataset, validation)
               let list = report[node].Result?.FindOutput(DatasetFiles.ImageList)
               where list is not null
               select new InputHash($"{node}/{DatasetFiles.ImageList}", list.Hash);
    }

    private static T Read<T>(StageResult stage, string file, ArtifactStore store)
    {
        using var stream = store.OpenVerified(stage.Output(file));
        return JsonSerializer.Deserialize<T>(stream, EvaluationJson.Options)!;
    }
}
