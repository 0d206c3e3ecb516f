using System.Text.Json;

namespace Lat.Pipeline.Tests;

public sealed class StageOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnOrderIsReadAsItWasWritten()
    {
        var order = new StageOrder
        {
            ExperimentName = "some",
            ExperimentYaml = Some.Yaml,
            Stage = "detector/mid/seed-1",
            CodeRevision = "1-abc",
            Device = "cuda:1",
            Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["images"] = "/store/ü", ["a/b"] = "/x" },
        };
        var read = StageOrder.Read(order.Write(_folder.Path));
        Assert.Equal(JsonSerializer.Serialize(order), JsonSerializer.Serialize(read));
        Assert.Equal(Some.Yaml, read.ExperimentYaml);
    }

    [Fact]
    public void AnAnswerIsReadAsItWasWrittenAndAMissingOneIsSaid()
    {
        Assert.StartsWith("The worker ended without an answer in ", Assert.Throws<LatException>(() => StageAnswer.Read(_folder.Path)).Message, StringComparison.Ordinal);
        new StageAnswer(["a", "b"], 5L << 32).Write(_folder.Path);
        var answer = StageAnswer.Read(_folder.Path);
        Assert.Equal(["a", "b"], answer.Outputs);
        Assert.Equal(5L << 32, answer.PeakMemoryBytes);
    }

    [Fact]
    public void AWorkerOfOtherCodeRefusesTheOrder()
    {
        var path = new StageOrder
        {
            ExperimentName = "some", ExperimentYaml = Some.Yaml, Stage = "import/mid/train", CodeRevision = "0-other", Device = "cpu", Inputs = new Dictionary<string, string>(),
        }.Write(_folder.Path);
        var refusal = Assert.Throws<LatException>(() => StageWorker.Run(path, _ => { }));
        Assert.StartsWith("The worker was built from other code than the front door", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder[StageAnswer.FileName]));
    }

    [Fact]
    public void AWorkerRunsItsStageAndLeavesTheAnswer()
    {
        var lines = new List<string>();
        var path = new StageOrder
        {
            ExperimentName = "some",
            ExperimentYaml = Lat.Experiments.ExperimentWriter.ToYaml(Some.Experiment()),
            Stage = "import/mid/validation",
            CodeRevision = Some.Graph().Nodes["import/mid/validation"].CodeRevision,
            Device = "cpu",
            Inputs = new Dictionary<string, string>(),
        }.Write(_folder.Path);
        StageWorker.Run(path, lines.Add);
        Assert.StartsWith("2 images, ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.All(StageAnswer.Read(_folder.Path).Outputs, output => Assert.True(File.Exists(_folder[output])));
        Assert.Contains("truth-coarse.bin", StageAnswer.Read(_folder.Path).Outputs);
    }
}
