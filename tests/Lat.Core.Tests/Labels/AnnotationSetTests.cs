namespace Lat.Core.Tests;

public sealed class AnnotationSetTests
{
    private static readonly LabelSpace Space = new("car", "bus");

    private static AnnotatedImage Image(string name, params Annotation[] annotations) => new(name, new ImageSize(20, 10), [.. annotations]);

    [Fact]
    public void AnImageWithoutAnObjectIsKept()
    {
        var set = new AnnotationSet(Space, [Image("a.png"), Image("b.png", new Annotation(new Box(0, 0, 1, 1), 1))]);
        Assert.Equal((2, 1), (set.Images.Count, set.AnnotationCount));
    }

    [Fact]
    public void AnImageThatStandsTwiceIsRefused() => Assert.Equal(
        "The image 'a.png' stands twice in the set.",
        Assert.Throws<ArgumentException>(() => new AnnotationSet(Space, [Image("a.png"), Image("b.png"), Image("a.png")])).Message);

    [Fact]
    public void NamesThatDifferInCaseAreTwoImages() => Assert.Equal(2, new AnnotationSet(Space, [Image("a.png"), Image("A.png")]).Images.Count);

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void AClassOutsideTheSpaceIsRefused(int classIndex)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new AnnotationSet(Space, [Image("a.png", new Annotation(new Box(0, 0, 1, 1), classIndex))]));
        Assert.Equal(FormattableString.Invariant($"The image 'a.png' has a box of class {classIndex}; the label space has 2 classes."), refusal.Message);
    }

    [Fact]
    public void SetsOfEqualContentAreEqual()
    {
        AnnotationSet Make() => new(Space, [Image("a.png", new Annotation(new Box(0, 0, 1, 1), 1) { Confidence = 0.5, SourceIndex = 3 })]);
        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
    }

    [Fact]
    public void AnAnnotationIsAPersonsAndSureUnlessItSaysOtherwise()
    {
        var annotation = new Annotation(new Box(0, 0, 1, 1), 0);
        Assert.Equal((1.0, AnnotationOrigin.GroundTruth, false, false), (annotation.Confidence, annotation.Origin, annotation.IsCrowd, annotation.IsIgnored));
        Assert.Null(annotation.SourceIndex ?? annotation.ObjectId);
    }
}
