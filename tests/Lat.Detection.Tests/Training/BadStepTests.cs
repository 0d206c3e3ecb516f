using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class BadStepTests : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Iterations = 12, BaseLearningRate = 0.05, WarmupIterations = 2, CheckpointEvery = 3, ReportEvery = 4, AverageDecay = 0.9, BadStepLimit = 3,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TooManyInARowAreDivergenceWhichNamesTheIterationTheLossesAndWhatToTry()
    {
        using var trainable = new Quadratic { InfiniteAt = [4, 5, 6, 7] };
        var failure = Assert.Throws<TrainingDivergedException>(() => Loop().Run(trainable));
        Assert.Equal((6, 3), (failure.Iteration, failure.StepsInARow));
        Assert.Equal("square", failure.Losses[0].Name);
        Assert.StartsWith("Training diverged at iteration 6: square Infinity", failure.Message, StringComparison.Ordinal);
        Assert.Contains("The last 3 steps were not finite and left the weights alone.", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"The weights before iteration 6 are kept in {_folder["x/checkpoint.safetensors"]}.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Try a smaller baseLearningRate", failure.Message, StringComparison.Ordinal);
        Assert.All(trainable.Weights, weight => Assert.True(float.IsFinite(weight)));
        Assert.True(File.Exists(_folder["x/checkpoint.safetensors"]));
    }

    [Fact]
    public void BeforeTheFirstCheckpointItSaysThatThereIsNone()
    {
        using var trainable = new Quadratic { InfiniteAt = [0] };
        var failure = Assert.Throws<TrainingDivergedException>(() => Loop(Options with { BadStepLimit = 1 }).Run(trainable));
        Assert.Contains("The step was not finite and left the weights alone. There is no checkpoint yet.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASkippedStepChangesNothing(bool inTheGradient)
    {
        using var trainable = new Quadratic { InfiniteAt = inTheGradient ? [] : [11], NoGradientAt = inTheGradient ? [11] : [] };
        using var shorter = new Quadratic();
        Loop(Options with { AverageDecay = null }).Run(trainable);
        Loop(Options with { AverageDecay = null, Iterations = 11 }, "shorter").Run(shorter);
        Assert.Equal(shorter.Weights, trainable.Weights);
    }

    [Fact]
    public void SkippedStepsAreCountedAndReported()
    {
        var reports = new List<TrainingProgress>();
        using var trainable = new Quadratic { InfiniteAt = [5, 6, 9] };
        new TrainingLoop(Options, new Seed(1), _folder["x"], new Recorder(reports)).Run(trainable);
        Assert.Equal([0, 2, 3], reports.Select(report => report.SkippedSteps));
        Assert.All(reports, report => Assert.True(double.IsFinite(report.Losses[0].Value) && double.IsFinite(report.GradientNorm)));
        Assert.Contains("\"skippedSteps\":3", File.ReadAllLines(_folder["x/metrics.jsonl"])[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ALossBeyondTheLimitIsSkippedToo()
    {
        using var trainable = new Quadratic();
        var failure = Assert.Throws<TrainingDivergedException>(() => Loop(Options with { LossLimit = 1, BadStepLimit = 2 }).Run(trainable));
        Assert.Equal(1, failure.Iteration);
    }

    [Fact]
    public void AKilledRunRemembersTheStepsThatItSkipped()
    {
        using (var killed = new Quadratic { InfiniteAt = [4, 5, 6], FailAt = 6 })
        {
            Assert.Throws<IOException>(() => Loop().Run(killed));
        }

        using var resumed = new Quadratic { InfiniteAt = [6] };
        Assert.Equal(6, Assert.Throws<TrainingDivergedException>(() => Loop().Run(resumed)).Iteration);
    }

    [Fact]
    public void RunningStatisticsKeepNothingOfABadStep()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm2d(2);
        norm.train();
        norm.call(ones([1, 2, 2, 2]));
        var before = norm.get_buffer("running_mean")!.Values();
        var snapshot = new BufferSnapshot(norm);
        var contents = snapshot.Take();
        norm.call(full([1, 2, 2, 2], float.NaN));
        Assert.All(norm.get_buffer("running_mean")!.Values(), value => Assert.True(float.IsNaN(value)));
        snapshot.Restore(contents);
        Assert.Equal(before, norm.get_buffer("running_mean")!.Values());
        Assert.Equal(1, norm.get_buffer("num_batches_tracked")!.item<long>());
    }

    private TrainingLoop Loop(TrainingOptions? options = null, string folder = "x") => new(options ?? Options, new Seed(1), _folder[folder]);

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
