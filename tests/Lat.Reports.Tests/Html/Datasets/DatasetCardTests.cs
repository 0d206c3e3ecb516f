namespace Lat.Reports.Tests;

public sealed class DatasetCardTests
{
    private static AnnotationSet Set(params Annotation[] annotations) => new(new LabelSpace("car", "tram"), [new AnnotatedImage("a.png", new ImageSize(50, 50), annotations.ToEquatableArray())]);

    [Fact]
    public void BoxesAreCountedWithoutCrowdsAndSizesAreMedians()
    {
        var train = Set(new Annotation(new Box(0, 0, 10, 4), 0), new Annotation(new Box(0, 0, 20, 6), 0), new Annotation(new Box(0, 0, 9, 9), 0) { IsCrowd = true });
        var card = DatasetCard.Of(Some.Mid, "coco", train, Set());
        Assert.Equal(new DatasetClass(new ClassName("car"), 2, 0, 15, 5), card.Classes[0]);
        Assert.Equal((0, double.NaN), (card.Classes[1].TrainBoxes, card.Classes[1].MedianWidth));
    }
}
