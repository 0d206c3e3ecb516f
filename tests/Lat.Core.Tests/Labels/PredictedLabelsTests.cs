namespace Lat.Core.Tests;

public class PredictedLabelsTests
{
    [Fact]
    public void PredictionsOfEnoughScoreBecomeLabels()
    {
        var space = new LabelSpace("car", "rider");
        var box = Box.FromXywh(1, 2, 3, 4);
        var predictions = new DetectionSet(
            space, [new ImageDetections("a.png", new ImageSize(20, 10), [new Detection(box, 1, 0.7), new Detection(box, 0, 0.69)])]);
        var labels = PredictedLabels.Of(predictions, 0.7);
        Assert.Equal(space, labels.LabelSpace);
        Assert.Equal(("a.png", new ImageSize(20, 10)), (labels.Images[0].FileName, labels.Images[0].Size));
        Assert.Equal(new Annotation(box, 1) { Confidence = 0.7, Origin = AnnotationOrigin.PseudoLabel }, Assert.Single(labels.Images[0].Annotations));
    }
}
