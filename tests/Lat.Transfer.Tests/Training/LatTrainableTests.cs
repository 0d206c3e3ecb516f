using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class LatTrainableTests : IDisposable
{
    private static readonly LatModelOptions Options = new() { HeadWidth = 32, OutputSize = 3, CanonicalBoxSize = 64 };

    private static readonly TrainingOptions Training = new()
    {
        Iterations = 150, BatchSize = 8, BaseLearningRate = 0.1, WarmupIterations = 20, Schedule = ScheduleKind.Cosine, CheckpointEvery = 60,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ItLearnsThatACyclistHereIsARiderThere()
    {
        var world = new TwoSpaces(_folder);
        using var model = Train(world, Options, Training with { Iterations = 300 }, "run");
        var unseen = world.Make(0, "unseen", 40, new Seed(9));
        using var features = unseen.Features;
        var labels = LatTransfer.Transfer(
            new LatPredictor(model, Options, Some.Spaces, torch.CPU), unseen, target: 1, Some.Mid, new TransferOptions { ScoreThreshold = 0.5, JoinPseudoLabels = false });
        var overlaps = new List<double>();
        foreach (var (before, after) in unseen.Annotations.Images.Zip(labels.Images))
        {
            var cyclist = before.Annotations[0].ClassIndex == 1;
            Assert.Contains(after.Annotations, label => label.ClassIndex == (cyclist ? 2 : 0) && label.SourceIndex == 0);
            Assert.DoesNotContain(after.Annotations, label => label.ClassIndex == (cyclist ? 0 : 2));
            if (cyclist)
            {
                overlaps.Add(after.Annotations.Max(label => label.Box.Iou(TwoSpaces.RiderOf(before.Annotations[0].Box))));
            }
        }

        // Left as it is, a cyclist's box overlaps the rider's by 0.6.
        Assert.InRange(overlaps.Average(), 0.65, 1);
    }

    [Fact]
    public void TrainedTwiceItIsTheSameToTheBit()
    {
        var world = new TwoSpaces(_folder);
        var training = Training with { Iterations = 20 };
        using var first = Train(world, Options, training, "first");
        using var second = Train(world, Options, training, "second");
        using var other = Train(world, Options, training, "other", seed: 6);
        Assert.Equal(Hash(first, "first"), Hash(second, "second"));
        Assert.NotEqual(Hash(first, "first"), Hash(other, "other"));
    }

    [Fact]
    public void ARunThatWasEndedGoesOnToTheSameBits()
    {
        var world = new TwoSpaces(_folder);
        var training = Training with { Iterations = 20, CheckpointEvery = 10 };
        using var whole = Train(world, Options, training, "whole");
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Train(world, Options, training with { ReportEvery = 10 }, "parts", progress: new Cancelling(source), cancellation: source.Token));
        using var resumed = Train(world, Options, training with { ReportEvery = 10 }, "parts");
        Assert.Equal(Hash(whole, "whole"), Hash(resumed, "parts"));
    }

    [Fact]
    public void ImagesWithoutAProposalAreTrainedOnWithoutACrash()
    {
        using var features = Some.RandomFeatures(_folder["features.bin"], ["a", "b"], new Seed(1));
        var set = new LatTrainingSet(0, new AnnotationSet(Some.Coarse, [Some.Image("a"), Some.Image("b")]), features, [null, null]);
        using var model = new LatModel(Some.TinyModel, Some.Levels, Some.Spaces, new Seed(1));
        Run(model, Some.TinyModel, new TrainingOptions { Iterations = 2, BatchSize = 2 }, [set], "empty", 1);
    }

    [Fact]
    public void MirrorImagesAreHalfOfWhatIsTrainedOnAndTheirFeaturesAreNeeded()
    {
        var reads = (Own: 0, Mirrored: 0);
        using var features = Some.RandomFeatures(_folder["features.bin"], ["a", "b"], new Seed(1));
        using var own = new CountedFeatures(features, () => reads.Own++);
        using var mirrored = new CountedFeatures(features, () => reads.Mirrored++);
        var car = new Annotation(new Box(4, 4, 30, 30), 0);
        var set = new LatTrainingSet(0, new AnnotationSet(Some.Coarse, [Some.Image("a", car), Some.Image("b", car)]), own, [null, null]);
        var options = Some.TinyModel with { Mirror = true };
        var training = new TrainingOptions { Iterations = 40, BatchSize = 2 };
        using var model = new LatModel(options, Some.Levels, Some.Spaces, new Seed(1));
        Run(model, options, training, [set with { Mirrored = mirrored }], "mirrored", 1);
        Assert.Equal(80, reads.Own + reads.Mirrored);
        Assert.InRange(reads.Mirrored, 25, 55);
        Assert.Throws<ArgumentException>(() => Run(model, options, training, [set], "without", 1));
    }

    private LatModel Train(
        TwoSpaces world, LatModelOptions options, TrainingOptions training, string name, ulong seed = 5, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var (coarse, mid) = (world.Make(0, "coarse", 30, new Seed(3)), world.Make(1, "mid", 30, new Seed(4)));
        using var coarseFeatures = coarse.Features;
        using var midFeatures = mid.Features;
        var model = new LatModel(options, TwoSpaces.Levels, Some.Spaces, new Seed(seed));
        try
        {
            Run(model, options, training, [coarse, mid], name, seed, progress, cancellation);
            return model;
        }
        catch (OperationCanceledException)
        {
            model.Dispose();
            throw;
        }
    }

    private void Run(
        LatModel model, LatModelOptions options, TrainingOptions training, IReadOnlyList<LatTrainingSet> sets, string name, ulong seed,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var trainable = new LatTrainable(model, options, training, Some.Spaces, sets, new Seed(seed), torch.CPU);
        new TrainingLoop(training, new Seed(seed), _folder[name], progress).Run(trainable, cancellation);
    }

    private ContentHash Hash(LatModel model, string name)
    {
        NetworkWeights.Save(model, _folder[name + ".safetensors"]);
        return ContentHash.OfFile(_folder[name + ".safetensors"]);
    }

    private sealed class CountedFeatures(IFeatureSource inner, Action read) : IFeatureSource
    {
        public EquatableArray<FeatureShape> Levels => inner.Levels;

        public int ByteCount => inner.ByteCount;

        public void Read(string fileName, Span<byte> maps)
        {
            read();
            inner.Read(fileName, maps);
        }

        public void Dispose()
        {
        }
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => source.Cancel();
    }
}
