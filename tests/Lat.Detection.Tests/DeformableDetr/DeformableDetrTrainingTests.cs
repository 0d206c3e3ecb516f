using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class DeformableDetrTrainingTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TrainingOptions Short = new()
    {
        Iterations = 6, BatchSize = 2, Optimizer = OptimizerKind.AdamW, BaseLearningRate = 0.001, WarmupIterations = 2, CheckpointEvery = 2, ReportEvery = 2,
        AverageDecay = 0.9, GradientClipNorm = 0.1,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheLossOfTwoImagesFalls()
    {
        using var network = TinyDetr.Network(TinyDetr.Options with { Dropout = 0 });
        var losses = new List<double>();
        var options = Short with { Iterations = 60, BaseLearningRate = 0.003, CheckpointEvery = 0, ReportEvery = 10, GradientClipNorm = 1 };
        DetectorTrainer.Train(network, new TwoImages(), new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1), _folder["work"], new Recorder(losses));
        output.WriteLine(string.Join(", ", losses));
        Assert.True(losses[^1] < losses[0] / 2, $"{losses[0]} to {losses[^1]}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AKilledRunEndsWithTheSameBytes(bool refines)
    {
        var options = TinyDetr.Options with { RefinesBoxes = refines, TwoStage = refines };
        var expected = Train("a", options);
        Assert.Throws<OperationCanceledException>(() => Train("b", options, 3));
        Assert.Equal(expected, Train("b", options));
        Assert.NotEqual(expected, Train("c", options, seed: 2));
    }

    [Fact]
    public void AStepLeavesNoTensorBehind()
    {
        using var network = TinyDetr.Network(TinyDetr.Options with { RefinesBoxes = true, TwoStage = true });
        using var training = new DetectorTraining(network, new TwoImages(), new SamplingPlan(), Short, new DetectorLossOptions(), new Seed(1));
        var before = NoLiveTensorsAttribute.Live;
        for (var iteration = 0; iteration < 2; iteration++)
        {
            using var scope = NewDisposeScope();
            training.ComputeLosses(iteration, new Seed(1).Derive(iteration).ToStream()).Total().backward();
        }

        Assert.Equal(before, NoLiveTensorsAttribute.Live);
    }

    [Fact]
    public void EveryParameterIsTrainedAndTheBackboneAndWhatPlacesPointsAtRatesOfTheirOwn()
    {
        using var network = TinyDetr.Network(TinyDetr.Options with { BackboneLearningRate = 0.5, SamplingLearningRate = 0.25 });
        using var training = new DetectorTraining(network, new TwoImages(), new SamplingPlan(), Short, new DetectorLossOptions(), new Seed(1));
        var factors = OptimizedParameter.Of(network, Short, training.LearningRateFactor).ToDictionary(entry => entry.Name, entry => entry.LearningRateFactor);
        Assert.Equal(network.named_parameters().Count(), factors.Count);
        Assert.Equal(0.5, factors["backbone.0.body.layer1.0.conv1.weight"]);
        Assert.Equal(0.25, factors["transformer.reference_points.weight"]);
        Assert.Equal(0.25, factors["transformer.decoder.layers.1.cross_attn.sampling_offsets.bias"]);
        Assert.Equal(1, factors["input_proj.0.0.weight"]);
        Assert.Equal(1, factors["transformer.encoder.layers.0.self_attn.value_proj.weight"]);
    }

    [Fact]
    public void AnotherPrecisionIsRefused()
    {
        using var network = TinyDetr.Network();
        var message = Assert.Throws<LatException>(() => new DetectorTraining(
            network, new TwoImages(), new SamplingPlan(), Short with { Precision = TrainingPrecision.BFloat16 }, new DetectorLossOptions(), new Seed(1))).Message;
        Assert.Contains("float32 only", message, StringComparison.Ordinal);
    }

    private ContentHash Train(string folder, DeformableDetrOptions options, int? cancelAfter = null, ulong seed = 1)
    {
        using var cancellation = new CancellationTokenSource();
        using var network = TinyDetr.Network(options);
        var source = new Cancelling(cancelAfter is { } after ? (after, cancellation) : null);
        DetectorTrainer.Train(
            network, source, new SamplingPlan(), Short, new DetectorLossOptions(), new Seed(seed), _folder[folder], source, cancellation: cancellation.Token);
        NetworkWeights.Save(network, _folder["weights-" + folder]);
        return ContentHash.OfFile(_folder["weights-" + folder]);
    }

    /// <summary>Cancels when it hears of an iteration.</summary>
    private sealed class Cancelling((int After, CancellationTokenSource Source)? plan) : IExampleSource, IProgress<TrainingProgress>
    {
        private readonly TwoImages _images = new();

        public int Count => 2;

        public TrainingExample Get(int index, RandomStream augmentation) => _images.Get(index, augmentation);

        public void Report(TrainingProgress value)
        {
            if (value.Iteration >= plan?.After)
            {
                plan.Value.Source.Cancel();
            }
        }
    }

    private sealed class Recorder(List<double> losses) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => losses.Add(value.Losses.Sum(loss => loss.Value));
    }
}
