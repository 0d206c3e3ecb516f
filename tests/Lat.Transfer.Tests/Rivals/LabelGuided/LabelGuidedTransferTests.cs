using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer.Tests;

/// <summary>
/// The target draws a vehicle's upper six tenths only, and does not annotate bicycles at all; the source draws both whole.
/// </summary>
[NoLiveTensors]
public sealed class LabelGuidedTransferTests : IDisposable
{
    private static readonly LabelSpace Space = new("vehicle", "bicycle");
    private static readonly LabelGuidedOptions Options = new() { HeadWidth = 32, OutputSize = 3, CanonicalBoxSize = 64 };
    private static readonly TrainingOptions Training = new() { Iterations = 200, BatchSize = 8, BaseLearningRate = 0.1, WarmupIterations = 20 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ItLearnsWhatTheTargetKeepsAndHowItDrawsIt()
    {
        var world = new TwoSpaces(_folder);
        var (train, unseen) = (world.Make(0, "train", 40, new Seed(3)), world.Make(0, "unseen", 30, new Seed(9)));
        using var trainFeatures = train.Features;
        using var unseenFeatures = unseen.Features;
        var target = Relabel(train.Annotations, image => image.Annotations.Where(box => box.ClassIndex == 0).Select(box => box with { Box = TwoSpaces.RiderOf(box.Box) }));
        var source = Relabel(unseen.Annotations, image => image.Annotations);
        var shared = new SharedClasses(Space, Space);
        using var model = new LabelGuidedModel(Options, TwoSpaces.Levels, 2, new Seed(5));
        using (var trainable = new LabelGuidedTrainable(
            model, Options, Training, shared, target, Whole(train), train.Features, new Seed(5), torch.CPU))
        {
            new TrainingLoop(Training, new Seed(5), _folder["run"]).Run(trainable);
        }

        var labels = LabelGuidedTransfer.Transfer(
            model, Options, shared, source, unseen.Features, KeyValuePair.Create(new DatasetName("t"), Space), new TransferOptions(), torch.CPU);
        var overlaps = new List<double>();
        foreach (var (before, after) in source.Images.Zip(labels.Images))
        {
            Assert.Equal(before.Annotations[0].ClassIndex == 0 ? 1 : 0, after.Annotations.Count);
            overlaps.AddRange(after.Annotations.Select(label => label.Box.Iou(TwoSpaces.RiderOf(before.Annotations[0].Box))));
            Assert.All(after.Annotations, label => Assert.Equal((0, 0, AnnotationOrigin.Transferred), (label.ClassIndex, label.SourceIndex, label.Origin)));
        }

        Assert.InRange(overlaps.Average(), 0.65, 1); // left as it is, a box overlaps by 0.6
    }

    [Fact]
    public void OnlyClassesThatBothNameAlikePass()
    {
        var shared = new SharedClasses(Some.Coarse, new LabelSpace("tram", "cyclist"));
        Assert.Equal(new LabelSpace("cyclist"), shared.Space);
        Assert.Equal((null, 0, 1), (shared.OfSource(0), shared.OfSource(1), shared.InTarget(0)));
        var image = shared.OfTarget(Some.Image("a", new Annotation(new Box(0, 0, 9, 9), 0), new Annotation(new Box(0, 0, 8, 8), 1)));
        Assert.Equal(new Annotation(new Box(0, 0, 8, 8), 0), Assert.Single(image.Annotations));
    }

    [Fact]
    public void SpacesWithoutACommonNameAreRefused() => Assert.StartsWith(
        "Label-guided pseudo-labelling needs classes that both datasets name alike; there is none between (vehicle, cyclist) and (car, bicycle, rider)",
        Assert.Throws<LatException>(() => new SharedClasses(Some.Coarse, Some.Mid)).Message,
        StringComparison.Ordinal);

    private static AnnotationSet Relabel(AnnotationSet set, Func<AnnotatedImage, IEnumerable<Annotation>> change) =>
        new(Space, set.Images.Select(image => image with { Annotations = change(image).ToEquatableArray() }));

    /// <summary>What the source's detector would find: every thing, whole.</summary>
    private static DetectionIndex Whole(LatTrainingSet set) => new(new DetectionSet(Space, set.Annotations.Images.Select(image => Some.Found(
        image.FileName, [.. image.Annotations.Select(box => Some.Sees(box.Box, box.ClassIndex, 0.8, 2))])).ToEquatableArray()));
}
