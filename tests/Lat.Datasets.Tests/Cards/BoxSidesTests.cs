using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class BoxSidesTests
{
    [Fact]
    public void BoxesAreCountedByTheSideOfASquareOfTheirArea()
    {
        var set = new AnnotationSet(new LabelSpace("a"), [new AnnotatedImage("a", new ImageSize(99_999, 99_999), [Label(1, 1), Label(2, 2), Label(1, 8), Label(16, 16), Label(31, 31)])]);

        Assert.Equal([(2, 1), (4, 2), (8, 0), (16, 0), (32, 2)], BoxSides.Of(set));
        Assert.Equal((16_384, 1), BoxSides.Of(new AnnotationSet(set.LabelSpace, [new AnnotatedImage("a", new ImageSize(99_999, 99_999), [Label(90_000, 90_000)])]))[^1]);
    }

    [Fact]
    public void WithoutBoxesThereIsNoSize() => Assert.Empty(BoxSides.Of(new AnnotationSet(new LabelSpace("a"), [])));

    private static Annotation Label(double width, double height) => new(new Box(0, 0, width, height), 0);
}
