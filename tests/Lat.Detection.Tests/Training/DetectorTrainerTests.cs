using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class DetectorTrainerTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TrainingOptions Short = new()
    {
        Iterations = 6, BatchSize = 2, BaseLearningRate = 0.01, WarmupIterations = 2, CheckpointEvery = 2, ReportEvery = 2, AverageDecay = 0.9,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TwoImagesAreLearnedByHeart()
    {
        using var network = Some.TinyNetwork();
        var options = new TrainingOptions { Iterations = 220, BatchSize = 2, BaseLearningRate = 0.02, WarmupIterations = 20, AverageDecay = 0.95 };
        DetectorTrainer.Train(network, new TwoImages(), new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1), _folder["work"]);
        var space = new LabelSpace("bright", "dark");
        DetectorFolder.Save(network, new DetectorDescription(Some.TinyDetector, [space]), _folder["detector"]);
        using var predictor = DetectorPredictor.Load(_folder["detector"], CPU);
        Assert.Equal(space, predictor.Description.LabelSpaces[0]);
        for (var variant = 0; variant < 2; variant++)
        {
            var example = Some.TwoRectangles(variant);
            var found = predictor.Predict([example.Image])[0];
            foreach (var annotation in example.Annotations)
            {
                var best = found.First(detection => detection.ClassIndex == annotation.ClassIndex);
                Assert.True(best.Score > 0.6 && best.Box.Iou(annotation.Box) > 0.7, $"{annotation}: {best}");
                Assert.Equal(best.Score, best.ClassScores[best.ClassIndex]);
                Assert.Equal(2, best.ClassScores.Count);
            }
        }
    }

    [Fact]
    public void TwoRunsOfOneSeedAreEqualToTheByteAndAnotherSeedIsNot()
    {
        Assert.Equal(Train("a", 1), Train("b", 1));
        Assert.NotEqual(Train("a2", 1), Train("c", 2));
    }

    [Fact]
    public void AKilledRunEndsWithTheSameBytes()
    {
        var expected = Train("a", 1);
        Assert.Throws<IOException>(() => Train("b", 1, new Failing(7)));
        Assert.Equal(expected, Train("b", 1));
    }

    [Fact]
    public void AStepLeavesNoTensorBehind()
    {
        using var network = Some.TinyNetwork();
        using var training = new DetectorTraining(network, new TwoImages(), new SamplingPlan(), Short, new DetectorLossOptions(), new Seed(1));
        var before = NoLiveTensorsAttribute.Live;
        for (var iteration = 0; iteration < 3; iteration++)
        {
            using var scope = NewDisposeScope();
            training.ComputeLosses(iteration, new Seed(1).Derive(iteration).ToStream()).Total().backward();
        }

        Assert.Equal(before, NoLiveTensorsAttribute.Live);
    }

    [Fact]
    public void TheStepDoesNotWaitForItsDataOnceThePrefetchHasBegun()
    {
        var shares = new List<double>();
        using var network = Some.TinyNetwork();
        var options = Short with { Iterations = 24, ReportEvery = 6, CheckpointEvery = 0 };
        DetectorTrainer.Train(
            network, new TwoImages(), new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1), _folder["work"], new Recorder(shares));
        output.WriteLine($"Share of the time spent waiting for data, in each quarter: {string.Join(", ", shares.Select(share => share.ToString("P2", System.Globalization.CultureInfo.InvariantCulture)))}");

        // The first quarter holds the wait for the first batch; a busy machine may stop the threads in one of the others.
        Assert.InRange(shares.Skip(1).Min(), 0, 0.03);
    }

    [Fact]
    public void HowManyThreadsPrepareTheDataDoesNotChangeAByte()
    {
        Assert.Equal(Train("one", 1, options: Short with { DataWorkers = 1 }), Train("four", 1, options: Short with { DataWorkers = 4 }));
    }

    [Fact]
    public void ImagesWithoutAnObjectAreLeftOutWhereTheOptionsSaySo()
    {
        var source = new SecondIsEmpty();
        Train("x", 1, source, Short with { SkipEmptyImages = true });
        Assert.Equal([0], source.Drawn.Distinct());
        var all = new SecondIsEmpty();
        Train("y", 1, all);
        Assert.Equal([0, 1], all.Drawn.Distinct().Order());
    }

    private ContentHash Train(string folder, ulong seed, IExampleSource? source = null, TrainingOptions? options = null)
    {
        using var network = Some.TinyNetwork();
        DetectorTrainer.Train(
            network, source ?? new TwoImages(), new SamplingPlan(), options ?? Short, new DetectorLossOptions(), new Seed(seed), _folder[folder]);
        NetworkWeights.Save(network, _folder["weights-" + folder]);
        return ContentHash.OfFile(_folder["weights-" + folder]);
    }

    private sealed class Failing(int after) : IExampleSource
    {
        private readonly TwoImages _images = new();
        private int _calls;

        public int Count => 2;

        public TrainingExample Get(int index, RandomStream augmentation) =>
            Interlocked.Increment(ref _calls) > after ? throw new IOException("killed") : _images.Get(index, augmentation);
    }

    private sealed class SecondIsEmpty : IExampleSource
    {
        private readonly TwoImages _images = new();

        public System.Collections.Concurrent.ConcurrentBag<int> Drawn { get; } = [];

        public int Count => 2;

        public bool HasObjects(int index) => index == 0;

        public TrainingExample Get(int index, RandomStream augmentation)
        {
            Drawn.Add(index);
            return _images.Get(index, augmentation);
        }
    }

    private sealed class Recorder(List<double> shares) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => shares.Add(value.DataWaitShare);
    }
}
