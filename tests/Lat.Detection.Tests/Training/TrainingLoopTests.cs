using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class TrainingLoopTests : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Iterations = 12, BaseLearningRate = 0.05, WarmupIterations = 2, CheckpointEvery = 3, ReportEvery = 5, AverageDecay = 0.9,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(OptimizerKind.Sgd, ScheduleKind.Constant)]
    [InlineData(OptimizerKind.Sgd, ScheduleKind.Step)]
    [InlineData(OptimizerKind.AdamW, ScheduleKind.Cosine)]
    public void ARunKilledAtAnyIterationEndsWithTheSameBits(OptimizerKind optimizer, ScheduleKind schedule)
    {
        var options = Options with { Optimizer = optimizer, Schedule = schedule, Steps = schedule == ScheduleKind.Step ? [4, 8] : [] };
        var expected = Train(options, "whole");
        for (var killed = 0; killed < Options.Iterations; killed++)
        {
            var folder = $"killed-{killed}";
            Assert.Throws<IOException>(() => Train(options, folder, failAt: killed));
            Assert.Equal(expected, Train(options, folder));
            Assert.Equal([5, 10, 12], File.ReadAllLines(_folder[folder + "/metrics.jsonl"]).Select(IterationOf));
            Assert.Equal(File.ReadAllText(_folder["whole/metrics.jsonl"]), File.ReadAllText(_folder[folder + "/metrics.jsonl"]));
        }
    }

    [Fact]
    public void ARunThatSkipsStepsAndIsKilledAtAnyIterationEndsWithTheSameBits()
    {
        int[] infinite = [2, 5, 6, 10];
        var expected = Train(Options, "whole", infiniteAt: infinite);
        Assert.NotEqual(Train(Options, "good"), expected);
        for (var killed = 0; killed < Options.Iterations; killed++)
        {
            var folder = $"killed-{killed}";
            Assert.Throws<IOException>(() => Train(Options, folder, killed, infinite));
            Assert.Equal(expected, Train(Options, folder, infiniteAt: infinite));
            Assert.Contains("\"skippedSteps\":4", File.ReadAllLines(_folder[folder + "/metrics.jsonl"])[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ACancelledRunKeepsItsLastIteration()
    {
        using var cancellation = new CancellationTokenSource();
        using var trainable = new Quadratic { Stop = (7, cancellation) };
        Assert.Throws<OperationCanceledException>(() => new TrainingLoop(Options, new Seed(1), _folder["x"]).Run(trainable, cancellation.Token));
        using var resumed = new Quadratic();
        new TrainingLoop(Options, new Seed(1), _folder["x"]).Run(resumed);
        Assert.Equal(Enumerable.Range(8, 4), resumed.Iterations);
        Assert.Equal(Train(Options, "whole"), resumed.Weights);
        Assert.Equal(File.ReadAllText(_folder["whole/metrics.jsonl"]), File.ReadAllText(_folder["x/metrics.jsonl"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"iteration\":5")]
    [InlineData(null)]
    public void WhatThePowerTookOfTheMetricsIsInTheCheckpoint(string? left)
    {
        var expected = Train(Options, "whole");
        Assert.Throws<IOException>(() => Train(Options, "x", failAt: 8));
        File.Delete(_folder["x/metrics.jsonl"]);
        if (left is not null)
        {
            File.WriteAllText(_folder["x/metrics.jsonl"], left);
        }

        Assert.Equal(expected, Train(Options, "x"));
        Assert.Equal(File.ReadAllText(_folder["whole/metrics.jsonl"]), File.ReadAllText(_folder["x/metrics.jsonl"]));
    }

    [Fact]
    public void ACheckpointOfAnotherRunIsNotTakenUp()
    {
        Train(Options, "x");
        using var trainable = new Quadratic();
        new TrainingLoop(Options with { BaseLearningRate = 0.01 }, new Seed(1), _folder["x"]).Run(trainable);
        Assert.Equal(0, trainable.Iterations[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ARunKilledBetweenWritingACheckpointAndMovingItIntoPlaceEndsWithTheSameBits(bool isCutOff)
    {
        var expected = Train(Options, "whole");
        Assert.Throws<IOException>(() => Train(Options, "later", failAt: 8));   // its checkpoint goes on with iteration 6
        Assert.Throws<IOException>(() => Train(Options, "x", failAt: 5));       // and this one's with 3
        var written = File.ReadAllBytes(_folder["later/checkpoint.safetensors"]);
        File.WriteAllBytes(_folder["x/checkpoint.safetensors.partial"], isCutOff ? written[..(written.Length / 2)] : written);
        using var resumed = new Quadratic();
        new TrainingLoop(Options, new Seed(1), _folder["x"]).Run(resumed);
        Assert.Equal(Enumerable.Range(3, 9), resumed.Iterations);
        Assert.Equal(expected, resumed.Weights);
    }

    [Fact]
    public void AnOptionThatTheNetworkCannotFollowIsRefused()
    {
        using var trainable = new Quadratic();
        var failure = Assert.Throws<LatException>(() =>
            new TrainingLoop(Options with { Precision = TrainingPrecision.BFloat16 }, new Seed(1), _folder["x"]).Run(trainable));
        Assert.Contains("'precision'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProgressTellsTheMeanSinceTheLastReport()
    {
        var reports = new List<TrainingProgress>();
        using var trainable = new Quadratic();
        new TrainingLoop(Options, new Seed(1), _folder["x"], new Recorder(reports)).Run(trainable);
        Assert.Equal([5, 10, 12], reports.Select(report => report.Iteration));
        Assert.Equal(trainable.Losses.Take(5).Average(), reports[0].Losses[0].Value, 1e-5);
        Assert.True(reports[^1].Losses[0].Value < reports[0].Losses[0].Value);
        Assert.Equal(3, File.ReadAllLines(_folder["x/metrics.jsonl"]).Length);
    }

    private static int IterationOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("iteration").GetInt32();
    }

    private float[] Train(TrainingOptions options, string folder, int? failAt = null, IReadOnlyCollection<int>? infiniteAt = null)
    {
        using var trainable = new Quadratic { FailAt = failAt, InfiniteAt = infiniteAt ?? [] };
        new TrainingLoop(options, new Seed(1), _folder[folder]).Run(trainable);
        return trainable.Weights;
    }

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
