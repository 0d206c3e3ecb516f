namespace Lat.Transfer.Tests;

public sealed class SameNameMergeTests
{
    private static readonly Box Here = new(0, 0, 10, 10);

    [Theory]
    [InlineData("traffic light", "traffic light")]
    [InlineData("Traffic_Light", "traffic light")]
    [InlineData("TRAFFIC-LIGHT", "traffic light")]
    [InlineData("trafficlight", "traffic light")]
    [InlineData("traffic sign", null)]
    [InlineData("vehicle.car", null)]
    public void NamesAreComparedAsAPersonWould(string source, string? target) => Assert.Equal(
        target, SameNameMerge.Of(new LabelSpace(source), new LabelSpace("car", "traffic light"))[new ClassName(source)]?.Value);

    [Fact]
    public void BoxesOfSharedClassesStayWhereTheyAreAndAllOthersGo()
    {
        var source = new AnnotationSet(new LabelSpace("bus", "Car"),
        [
            Some.Image("a", new Annotation(Here, 0), new Annotation(Here, 1) { IsCrowd = true, ObjectId = 7, Area = 3 }),
            Some.Image("b", new Annotation(Here, 0)),
        ]);
        var renaming = SameNameMerge.Of(source.LabelSpace, Some.Mid);
        var labels = renaming.Apply(source);
        Assert.Equal(Some.Mid, labels.LabelSpace);
        Assert.Equal(["a", "b"], labels.Images.Select(image => image.FileName));
        var label = Assert.Single(labels.Images[0].Annotations);
        Assert.Equal(new Annotation(Here, 0) { IsCrowd = true, Area = 3, SourceIndex = 1 }, label);
        Assert.Empty(labels.Images[1].Annotations);
        Assert.Equal("Car", Assert.Single(renaming.Kept).Value);
        Assert.Equal("bus", Assert.Single(renaming.Dropped).Value);
    }

    [Fact]
    public void AnExactNameComesBeforeOneThatIsOnlyAlike() =>
        Assert.Equal("car", SameNameMerge.Of(new LabelSpace("car"), new LabelSpace("Car", "car"))[new ClassName("car")]?.Value);

    [Fact]
    public void ANameLikeSeveralIsRefusedWithAllOfThem()
    {
        var refusal = Assert.Throws<LatException>(() => SameNameMerge.Of(new LabelSpace("CAR"), new LabelSpace("Car", "car")));
        Assert.Contains("'CAR' of the source is named like several of the target: Car, car", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnnotationsOfAnotherSpaceAreOurBug() =>
        Assert.Throws<ArgumentException>(() => SameNameMerge.Of(Some.Coarse, Some.Mid).Apply(new AnnotationSet(Some.Mid, [])));
}
