using System.Text.Json;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Pipeline.Tests;

public sealed class ReportStageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-report-stage").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<string> Inputs(params string[] overrides) =>
        [.. Some.Graph(overrides).Nodes[ReportStage.NodeName].Inputs.Select(input => input.Name)];

    [Theory]
    [InlineData("pseudo-label")]
    [InlineData("pseudo-label-filtered")]
    [InlineData("lgpl")]
    [InlineData("lat")]
    public void TheLabelsOfEveryMethodThatWritesSomeAreShownBesideTheTruth(string method)
    {
        var inputs = Inputs($"methods=[baseline, {method}]");
        Assert.Contains($"transfer/{method}/fine-to-mid/seed-1/labels.bin", inputs);
        Assert.Contains($"audit/{method}/fine-to-mid/seed-1/audit.json", inputs);
        Assert.Contains("import/fine/train/truth-mid.bin", inputs);
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("oracle")]
    [InlineData("student-teacher")]
    public void AMethodWithoutLabelsIsShownByItsNumbersAlone(string method)
    {
        var inputs = Inputs($"methods=[{method}]", "studentTeacher.burnInIterations=10");
        Assert.DoesNotContain(inputs, name => name.StartsWith("transfer/", StringComparison.Ordinal));
        Assert.Contains($"evaluate/{method}/mid/seed-1/metrics.json", inputs);
    }

    [Fact]
    public void TheCardsOfDatasetsFromDiskAreInputsAndGeneratedOnesHaveNone()
    {
        var experiment = Some.Of(Some.Yaml.Replace("coarse: { kind: streets, space: coarse, train: 4, validation: 2 }", "city: { kind: cityscapes, root: cityscapes }", StringComparison.Ordinal));
        var cards = ExperimentGraph.Of("some", experiment, Some.Numerics).Nodes[ReportStage.NodeName].Inputs.Select(input => input.Name).Where(name => name.EndsWith("/card.json", StringComparison.Ordinal));
        Assert.Equal(["import/city/train/card.json", "import/city/validation/card.json"], cards);
    }

    [Fact]
    public void EverySeedIsMeasuredAndTheFirstOnesLabelsAreShown()
    {
        var inputs = Inputs("seeds=[4, 2]");
        Assert.Contains("evaluate/lat/mid/seed-2/metrics.json", inputs);
        Assert.Contains("transfer/lat/fine-to-mid/seed-4/labels.bin", inputs);
        Assert.DoesNotContain("transfer/lat/fine-to-mid/seed-2/labels.bin", inputs);
    }

    [Fact]
    public void ThePageIsMadeOfItsInputsAloneAndTheSameOnesGiveTheSameBytes()
    {
        var graph = Some.Graph("methods=[baseline, pseudo-label]");
        var inputs = Files(graph);
        string[] pages = [Run(graph, inputs, "first"), Run(graph, inputs, "second")];
        Assert.Equal(pages[0], pages[1]);
        Assert.Contains("data:image/jpeg;base64,", pages[0], StringComparison.Ordinal);
        Assert.Contains("0 boxes kept, ", pages[0], StringComparison.Ordinal);
        Assert.Contains("fine → mid", pages[0], StringComparison.Ordinal);
        Assert.InRange(pages[0].Length, 100_000, 5_000_000);
    }

    private string Run(ExperimentGraph graph, IEnumerable<KeyValuePair<string, string>> inputs, string name)
    {
        var work = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var made = graph[ReportStage.NodeName].Run(new StageContext(NamedMap.Create([.. inputs.Select(input => (input.Key, input.Value))]), work, "cpu", _ => { }));
        Assert.Equal([ReportStage.Page], made);
        return File.ReadAllText(Path.Combine(work, ReportStage.Page));
    }

    /// <summary>The imports as their stages make them; labels that are the truth; measurements of a detector that finds it.</summary>
    private Dictionary<string, string> Files(ExperimentGraph graph)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in graph.Nodes[ReportStage.NodeName].Inputs)
        {
            var work = Directory.CreateDirectory(Path.Combine(_folder, "inputs", input.Node)).FullName;
            var path = files[input.Name] = Path.Combine(work, input.Output!);
            if (input.Node.StartsWith("import/", StringComparison.Ordinal))
            {
                if (!File.Exists(path))
                {
                    graph[input.Node].Run(new StageContext(NamedMap.Create<string>(), work, "cpu", _ => { }));
                }
            }
            else
            {
                Write(input.Output!, path, Path.Combine(_folder, "inputs", "import", input.Node.Contains("/coarse-", StringComparison.Ordinal) ? "coarse" : "fine", "train"));
            }
        }

        return files;
    }

    private static void Write(string output, string path, string import)
    {
        var truth = AnnotationFile.Read(Path.Combine(import, "truth-mid.bin"));
        var input = CocoInput.Of(truth, new DetectionSet(truth.LabelSpace, truth.Images.Select(image => new ImageDetections(
            image.FileName, image.Size, image.Annotations.Select(annotation => new Core.Detection(annotation.Box, annotation.ClassIndex, 0.9)).ToEquatableArray())).ToEquatableArray()));
        var result = CocoEvaluator.Evaluate(input);
        switch (output)
        {
            case TransferStage.Labels:
                AnnotationFile.Write(path, truth);
                break;
            case TrainingFiles.Metrics:
                File.WriteAllText(path, """{"iteration": 20, "losses": {"class": 1.5}}""");
                break;
            case AuditStage.Audit:
                var audit = TransferAuditor.Audit(AnnotationFile.Read(Path.Combine(import, "annotations.bin")), truth, truth, StreetObjectId.GroupOf);
                File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(audit, EvaluationJson.Options));
                break;
            case StatisticsStage.Statistics:
                File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(SeededBootstrap.Measure([input], [input], new BootstrapOptions { Replicates = 2 }), EvaluationJson.Options));
                break;
            case EvaluateStage.Metrics:
                File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(result.Metrics, EvaluationJson.Options));
                break;
            case EvaluateStage.Analysis:
                File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(DetectionAnalyzer.Analyze(input, result), EvaluationJson.Options));
                break;
            default:
                throw new ArgumentException($"The report reads '{output}', of which the test makes none.");
        }
    }
}
