using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
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
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.AdamW)]
    public void ARunKilledAtAnyIterationEndsWithTheSameBits(OptimizerKind optimizer)
    {
        var options = Options with { Optimizer = optimizer };
        var expected = Train(options, "whole");
        for (var killed = 1; killed < Options.Iterations; killed += 4)
        {
            var folder = $"killed-{killed}";
            Assert.Throws<IOException>(() => Train(options, folder, failAt: killed));
            Assert.Equal(expected, Train(options, folder));
            Assert.Equal([5, 10, 12], File.ReadAllLines(_folder[folder + "/metrics.jsonl"]).Select(IterationOf));
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
    }

    [Fact]
    public void ACheckpointOfAnotherRunIsNotTakenUp()
    {
        Train(Options, "x");
        using var trainable = new Quadratic();
        new TrainingLoop(Options with { BaseLearningRate = 0.01 }, new Seed(1), _folder["x"]).Run(trainable);
        Assert.Equal(0, trainable.Iterations[0]);
    }

    [Fact]
    public void DivergenceNamesTheIterationAndWhatToTry()
    {
        using var trainable = new Quadratic { InfiniteAt = 4 };
        var failure = Assert.Throws<TrainingDivergedException>(() => new TrainingLoop(Options, new Seed(1), _folder["x"]).Run(trainable));
        Assert.Equal(4, failure.Iteration);
        Assert.Equal("square", failure.Losses[0].Name);
        Assert.Contains("Training diverged at iteration 4", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Try a smaller baseLearningRate", failure.Message, StringComparison.Ordinal);
        Assert.All(trainable.Weights, weight => Assert.True(float.IsFinite(weight)));
        Assert.True(File.Exists(_folder["x/checkpoint.safetensors"]));
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

    private float[] Train(TrainingOptions options, string folder, int? failAt = null)
    {
        using var trainable = new Quadratic { FailAt = failAt };
        new TrainingLoop(options, new Seed(1), _folder[folder]).Run(trainable);
        return trainable.Weights;
    }

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }

    /// <summary>Least squares towards random targets, with dropout, so that torch's own generator matters too.</summary>
    private sealed class Quadratic : ITrainable, IDisposable
    {
        private readonly Linear _layer;

        public Quadratic()
        {
            _layer = nn.Linear(4, 3);
            WeightInitialization.Normal(_layer.weight!, 1, new Seed(5).ToStream());
            WeightInitialization.Constant(_layer.bias!, 0);
        }

        public int? FailAt { get; init; }

        public int? InfiniteAt { get; init; }

        public (int At, CancellationTokenSource Source)? Stop { get; init; }

        public List<int> Iterations { get; } = [];

        public List<float> Losses { get; } = [];

        public nn.Module Network => _layer;

        public int ImagesPerIteration => 1;

        public TimeSpan DataWait => TimeSpan.Zero;

        public float[] Weights => [.. _layer.weight!.Values(), .. _layer.bias!.Values()];

        public LossTerms ComputeLosses(int iteration, RandomStream random)
        {
            if (iteration == FailAt)
            {
                throw new IOException("killed");
            }

            if (iteration == Stop?.At)
            {
                Stop?.Source.Cancel();
            }

            Iterations.Add(iteration);
            var input = nn.functional.dropout(tensor(Some.Numbers(8, random), [2, 4]), 0.2);
            var loss = _layer.call(input).square().sum().mul(iteration == InfiniteAt ? double.PositiveInfinity : 1);
            Losses.Add(loss.item<float>());
            return new LossTerms([new LossTerm("square", loss)]);
        }

        public void Dispose() => _layer.Dispose();
    }
}
