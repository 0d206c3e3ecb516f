using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class DetectorTrainerTests : IDisposable
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

    private ContentHash Train(string folder, ulong seed, IExampleSource? source = null)
    {
        using var network = Some.TinyNetwork();
        DetectorTrainer.Train(
            network, source ?? new TwoImages(), new SamplingPlan(), Short, new DetectorLossOptions(), new Seed(seed), _folder[folder]);
        NetworkWeights.Save(network, _folder["weights-" + folder]);
        return ContentHash.OfFile(_folder["weights-" + folder]);
    }

    private sealed class Failing(int after) : IExampleSource
    {
        private readonly TwoImages _images = new();
        private int _calls;

        public int Count => 2;

        public TrainingExample Get(int index, RandomStream augmentation) =>
            ++_calls > after ? throw new IOException("killed") : _images.Get(index, augmentation);
    }
}
