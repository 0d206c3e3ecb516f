namespace Lat.Transfer.Tests;

public sealed class PseudoLabelTransferTests
{
    private static readonly Box Here = new(0, 0, 10, 10);

    [Fact]
    public void TheTargetsPredictionsAreTheLabelsWhateverTheSourceSays()
    {
        var source = new AnnotationSet(Some.Coarse, [Some.Image("a", new Annotation(Here, 1)), Some.Image("b", new Annotation(Here, 0))]);
        var predictions = new DetectionSet(Some.Mid, [Some.Found("b"), Some.Found("a", Some.Sees(Here, 2, 0.9, 3), Some.Sees(Here, 0, 0.01, 3))]);
        var labels = PseudoLabelTransfer.Transfer(source, predictions, new TransferOptions().ForRivals());
        Assert.Equal(Some.Mid, labels.LabelSpace);
        Assert.Equal(["a", "b"], labels.Images.Select(image => image.FileName));
        var label = Assert.Single(labels.Images[0].Annotations);
        Assert.Equal((2, 0.9, AnnotationOrigin.PseudoLabel, 0), (label.ClassIndex, label.Confidence, label.Origin, label.SourceIndex));
        Assert.Empty(labels.Images[1].Annotations);
    }

    [Fact]
    public void PredictionsOnAnotherSetAreRefused()
    {
        var source = new AnnotationSet(Some.Coarse, [Some.Image("a")]);
        var refusal = Assert.Throws<LatException>(() => PseudoLabelTransfer.Transfer(source, new DetectionSet(Some.Mid, [Some.Found("b")]), new TransferOptions().ForRivals()));
        Assert.StartsWith("No predictions for the image 'a'", refusal.Message, StringComparison.Ordinal);
    }
}
