using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>Gathers the measurements of a finished run, writes results.json and report.md, prints the table and judges the gates.</summary>
internal sealed class ResultsDesk(TextWriter output, string rootDirectory, string name, string yaml, Experiment experiment)
{
    /// <returns>0, or 1 where the goal is the gate and a limit was missed.</returns>
    public int Conclude(RunReport report, ArtifactStore store, PipelineGoal goal)
    {
        var results = Gather(report, store);
        var folder = Path.Combine(rootDirectory, "artifacts", "experiments", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "experiment.yaml"), yaml);
        ResultsFile.Write(Path.Combine(folder, "results.json"), results);
        MarkdownReport.Write(Path.Combine(folder, "report.md"), results);
        output.WriteLine();
        output.WriteLine(TerminalReport.Render(results));
        var verdicts = experiment.Gates.SelectMany(gate => GateJudge.Judge(gate, results.Results)).ToList();
        if (verdicts.Count > 0)
        {
            output.WriteLine(TerminalTable.Render(GateTable.Build(verdicts)));
        }

        var shown = Path.GetRelativePath(rootDirectory, folder);
        output.WriteLine($"Report: {Path.Combine(shown, "report.md")}   Data: {Path.Combine(shown, "results.json")}");
        if (goal == PipelineGoal.Gate && verdicts.Count == 0)
        {
            throw new LatException($"The experiment '{name}' has no gates. Add a section 'gates' with a metric, a target, a method and a minimum.");
        }

        return goal == PipelineGoal.Gate && verdicts.Any(verdict => !verdict.Passed) ? 1 : 0;
    }

    private ExperimentResults Gather(RunReport report, ArtifactStore store)
    {
        var results = from seed in experiment.Seeds
                      from target in experiment.Targets
                      from method in experiment.Methods
                      select Measured(report, store, method, target, seed);
        var transfers = from seed in experiment.Seeds
                        from target in experiment.Targets
                        from method in experiment.Methods
                        from source in experiment.Datasets.Keys
                        let audit = report.Stages.FirstOrDefault(stage => stage.Node.Name == StageNames.Audit(method, source, target.Value, seed))
                        where audit is not null
                        select new TransferMeasurement(
                            method.ToName(), new DatasetName(source), target, seed, Read<TransferAuditResult>(audit.Result!, AuditStage.Audit, store));
        return new ExperimentResults(name, experiment.Targets, experiment.Methods.Select(method => method.ToName()).ToEquatableArray(), results.ToEquatableArray())
        {
            Transfers = transfers.ToEquatableArray(),
            Detectors = (from seed in experiment.Seeds
                         from dataset in experiment.Datasets.Keys
                         select Measured(report, store, "detector", new DatasetName(dataset), seed)).ToEquatableArray(),
            Stages = report.Stages.Select(stage => new StageRecord(
                stage.Node.Name,
                stage.Node.Kind,
                stage.Key!.Value.Hash,
                stage.Status == StageStatus.Ran ? Reports.StageOutcome.Ran : Reports.StageOutcome.Reused,
                stage.Result!.Measurements.Seconds)).ToEquatableArray(),
            Environment = MachineFacts.Read().Select(fact => new EnvironmentFact(fact.Path, fact.Value)).ToEquatableArray(),
        };
    }

    private static MethodResult Measured(RunReport report, ArtifactStore store, Method method, DatasetName target, Seed seed) =>
        Measured(report, store, method.ToName(), target, seed);

    private static MethodResult Measured(RunReport report, ArtifactStore store, string method, DatasetName target, Seed seed)
    {
        var stage = report[StageNames.Evaluate(method, target.Value, seed)].Result!;
        return new MethodResult(method, target, seed, Read<CocoMetrics>(stage, EvaluateStage.Metrics, store))
        {
            Inputs = stage.Parts.Inputs.Select(input => new InputHash(input.Name, input.Hash)).ToEquatableArray(),
        };
    }

    private static T Read<T>(StageResult stage, string file, ArtifactStore store)
    {
        using var stream = store.OpenVerified(stage.Output(file));
        return JsonSerializer.Deserialize<T>(stream, EvaluationJson.Options)!;
    }
}
