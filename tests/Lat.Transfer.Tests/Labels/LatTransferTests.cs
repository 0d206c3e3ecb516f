using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class LatTransferTests : IDisposable
{
    private static readonly Box Cyclist = new(8, 8, 40, 48);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OneSourceBoxMayGiveTwoLabels()
    {
        var labels = Transfer(new TransferOptions { ScoreThreshold = 0, JoinPseudoLabels = false }).Images[0].Annotations;
        Assert.Equal([0, 1, 2], labels.Where(label => label.SourceIndex == 0).Select(label => label.ClassIndex).Distinct().Order());
        Assert.All(labels, label => Assert.Equal(AnnotationOrigin.Transferred, label.Origin));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheTargetsOwnPredictionsJoinWhereAsked(bool join)
    {
        var labels = Transfer(new TransferOptions { JoinPseudoLabels = join }).Images[0].Annotations;
        Assert.Equal(join, labels.Any(label => label is { Origin: AnnotationOrigin.PseudoLabel, ClassIndex: 2, Confidence: 0.95 }));
    }

    [Fact]
    public void ImagesKeepTheirOrderAndThoseWithoutAProposalAreKept()
    {
        var labels = Transfer(new TransferOptions { ScoreThreshold = 0 });
        Assert.Equal(Some.Mid, labels.LabelSpace);
        Assert.Equal(["a", "b"], labels.Images.Select(image => image.FileName));
        Assert.Empty(labels.Images[1].Annotations);
    }

    [Fact]
    public void BoxesStayInsideTheImage() =>
        Assert.All(Transfer(new TransferOptions { ScoreThreshold = 0 }).Images[0].Annotations, label => Assert.Equal(label.Box, label.Box.ClipTo(Some.Size)));

    [Fact]
    public void WithMirrorImagesTheMirroredSceneGetsTheMirroredLabels()
    {
        using var features = Some.RandomFeatures(_folder["features.bin"], ["a"], new Seed(1));
        using var mirrored = Some.RandomFeatures(_folder["mirrored.bin"], ["a"], new Seed(7));
        using var model = new LatModel(Some.TinyModel, Some.Levels, Some.Spaces, new Seed(2));
        model.eval();
        var predictor = new LatPredictor(model, Some.TinyModel with { Mirror = true }, Some.Spaces, torch.CPU);
        LatTrainingSet Scene(Box cyclist, IFeatureSource seen, IFeatureSource other) => new(
            0, new AnnotationSet(Some.Coarse, [Some.Image("a", new Annotation(cyclist, 1))]), seen, [null, null]) { Mirrored = other };
        var options = new TransferOptions { ScoreThreshold = 0 };
        var here = LatTransfer.Transfer(predictor, Scene(Cyclist, features, mirrored), target: 1, Some.Mid, options).Images[0].Annotations;
        var there = LatTransfer.Transfer(
            predictor, Scene(Cyclist.FlipHorizontally(Some.Size.Width), mirrored, features), target: 1, Some.Mid, options).Images[0].Annotations;
        Assert.NotEmpty(here);
        Assert.Equal(here.Select(label => (label.ClassIndex, Math.Round(label.Confidence, 5))), there.Select(label => (label.ClassIndex, Math.Round(label.Confidence, 5))));
        Assert.All(here.Zip(there), pair => Assert.InRange(pair.First.Box.FlipHorizontally(Some.Size.Width).Iou(pair.Second.Box), 0.999, 1));

        var alone = LatTransfer.Transfer(
            new LatPredictor(model, Some.TinyModel, Some.Spaces, torch.CPU), Scene(Cyclist, features, mirrored), target: 1, Some.Mid, options).Images[0].Annotations;
        Assert.NotEqual(here.Select(label => label.Confidence), alone.Select(label => label.Confidence));
    }

    private AnnotationSet Transfer(TransferOptions options)
    {
        var source = new AnnotationSet(Some.Coarse, [Some.Image("a", new Annotation(Cyclist, 1)), Some.Image("b")]);
        var seen = new DetectionIndex(new DetectionSet(Some.Mid, [Some.Found("a", Some.Sees(new Box(8, 8, 40, 30), 2, 0.95, 3)), Some.Found("b")]));
        using var features = Some.RandomFeatures(_folder["features.bin"], ["a", "b"], new Seed(1));
        using var model = new LatModel(Some.TinyModel, Some.Levels, Some.Spaces, new Seed(2));
        model.eval();
        return LatTransfer.Transfer(
            new LatPredictor(model, Some.TinyModel, Some.Spaces, torch.CPU), new LatTrainingSet(0, source, features, [null, seen]), target: 1, Some.Mid, options);
    }
}
