namespace Lat.Pipeline.Tests;

public sealed class StageOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static StageOrder Order(string stage, string? codeRevision = null, string? torchVersion = null) => new()
    {
        ExperimentName = "some",
        Experiment = new CarriedExperiment(Some.Experiment()),
        Stage = stage,
        CodeRevision = codeRevision ?? Some.Graph().Nodes[stage].CodeRevision,
        TorchVersion = torchVersion,
        Device = "cpu",
        Inputs = NamedMap<string>.Empty,
    };

    [Fact]
    public void AnOrderIsReadAsItWasWritten()
    {
        var order = Order("detector/mid/seed-1", "1-abc", "1.13.1") with
        {
            Device = "cuda:1",
            Inputs = NamedMap.Create(("images", "/store/ü \"x\""), ("a/b", "/x")),
            ScalarsDirectory = "/scalars",
        };
        var read = StageOrder.Read(order.Write(_folder.Path));
        Assert.Equal(order.Experiment.Value, read.Experiment.Value);
        Assert.Equal(order, read with { Experiment = order.Experiment });
    }

    [Fact]
    public void WhatAnOrderDoesNotSayIsReadAsNothing()
    {
        var read = StageOrder.Read(Order("import/mid/train", "1-abc").Write(_folder.Path));
        Assert.Null(read.TorchVersion);
        Assert.Null(read.ScalarsDirectory);
        Assert.Empty(read.Inputs);
    }

    [Theory]
    [InlineData("\"stage\":\"import/mid/train\",", "")]
    [InlineData("\"device\":\"cpu\"", "\"device\":7")]
    [InlineData("\"device\":\"cpu\"", "\"device\":null")]
    [InlineData("\"inputs\":{}", "\"inputs\":{\"a\":{}}")]
    [InlineData("\"Space\":\"Coarse\"", "\"Space\":\"Nowhere\"")]
    [InlineData("\"Train\":4", "\"Train\":\"4\"")]
    [InlineData("\"Train\":4", "\"Train\":40000000000")]
    [InlineData("\"Train\":4,", "")]
    [InlineData("\"Train\":4", "\"Train\":4,\"Trained\":4")]
    [InlineData("\"Targets\":[", "\"Targets\":{")]
    [InlineData("Lat.Pipeline.StreetsDatasetOptions", "Lat.Pipeline.ImportStage")]
    [InlineData("Lat.Pipeline.StreetsDatasetOptions", "System.Diagnostics.Process")]
    [InlineData("Lat.Pipeline.StreetsDatasetOptions", "Lat.Pipeline.FolderDatasetOptions")]
    [InlineData("\"$case\":\"Lat.Pipeline.StreetsDatasetOptions\",", "")]
    public void AnOrderOfAnotherShapeIsRefusedByItsPath(string written, string instead)
    {
        var path = Order("import/mid/train", "1-abc").Write(_folder.Path);
        var text = File.ReadAllText(path);
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(written, instead, StringComparison.Ordinal));
        Assert.StartsWith($"Not a stage's order: {path}.", Assert.Throws<LatException>(() => StageOrder.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOrderThatWasCutShortIsRefusedWhereverThatWas()
    {
        var path = Order("import/mid/train", "1-abc").Write(_folder.Path);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length < bytes.Length; length += 97)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Throws<LatException>(() => StageOrder.Read(path));
        }
    }

    [Fact]
    public void AnAnswerIsReadAsItWasWrittenAndAMissingOneIsSaid()
    {
        Assert.StartsWith("The worker ended without an answer in ", Assert.Throws<LatException>(() => StageAnswer.Read(_folder.Path)).Message, StringComparison.Ordinal);
        foreach (var answer in new StageAnswer[] { new(["a", "b/ü"], 5L << 32), new([], null) })
        {
            answer.Write(_folder.Path);
            Assert.Equal(answer, StageAnswer.Read(_folder.Path));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"outputs\":[\"a\"")]
    [InlineData("{\"outputs\":[null]}")]
    [InlineData("{\"outputs\":7}")]
    [InlineData("{}")]
    public void ABrokenAnswerIsRefusedByItsPath(string answer)
    {
        File.WriteAllText(_folder[StageAnswer.FileName], answer);
        var refusal = Assert.Throws<LatException>(() => StageAnswer.Read(_folder.Path));
        Assert.StartsWith($"The worker's answer cannot be read: {_folder[StageAnswer.FileName]}.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import/mid/train")]
    [InlineData("import/no-such-dataset/train")]
    public void AWorkerOfOtherCodeRefusesTheOrder(string stage)
    {
        var path = Order(stage, "0-other").Write(_folder.Path);
        var refusal = Assert.Throws<LatException>(() => StageWorker.Run(path, _ => { }));
        Assert.StartsWith("The worker was built from other code than the front door", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder[StageAnswer.FileName]));
    }

    [Fact]
    public void AWorkerWithAnotherLibtorchRefusesAStageThatComputesWithIt()
    {
        var path = Order("detector/mid/seed-1", torchVersion: "0.0.1").Write(_folder.Path);
        var refusal = Assert.Throws<LatException>(() => StageWorker.Run(path, _ => { }));
        Assert.Contains("the stage was planned for 0.0.1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWorkerRunsItsStageAndLeavesTheAnswer()
    {
        var lines = new List<string>();
        var path = Order("import/mid/validation", torchVersion: "0.0.1").Write(_folder.Path);
        StageWorker.Run(path, lines.Add);
        Assert.StartsWith("2 images, ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.All(StageAnswer.Read(_folder.Path).Outputs, output => Assert.True(File.Exists(_folder[output])));
        Assert.Contains("truth-coarse.bin", StageAnswer.Read(_folder.Path).Outputs);
    }

    [Fact]
    public void ADiskThatRefusesAWorkerIsAMessageAndNoFaultOfLat()
    {
        var path = Order("import/mid/train").Write(_folder.Path);
        Directory.CreateDirectory(Path.Combine(_folder.Path, StageAnswer.FileName));

        var refusal = Assert.Throws<LatException>(() => StageWorker.Run(path, _ => { }));

        Assert.StartsWith("The disk does not do what it should: ", refusal.Message, StringComparison.Ordinal);
        Assert.IsType<UnauthorizedAccessException>(refusal.InnerException);
    }
}
