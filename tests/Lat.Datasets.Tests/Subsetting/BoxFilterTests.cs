using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class BoxFilterTests
{
    private static readonly AnnotationSet Set = new(
        new LabelSpace("car"),
        [
            new AnnotatedImage("a", new ImageSize(100, 100), [new Annotation(new Box(0, 0, 10, 5), 0), new Annotation(new Box(0, 0, 9.9, 50), 0)]),
            new AnnotatedImage("b", new ImageSize(100, 100), []),
            new AnnotatedImage("c", new ImageSize(100, 100), [new Annotation(new Box(0, 0, 50, 50), 0) { IsCrowd = true }]),
            new AnnotatedImage("d", new ImageSize(100, 100), [new Annotation(new Box(0, 0, 50, 50), 0) { IsIgnored = true }]),
        ]);

    [Fact]
    public void ByDefaultAllStays() => Assert.Equal(Set.Images, BoxFilter.Apply(Set, new BoxFilterOptions()).Annotations.Images);

    [Fact]
    public void ABoxOfExactlyTheMinimumStays()
    {
        Assert.Equal([new Box(0, 0, 10, 5)], Boxes(new BoxFilterOptions { MinimumWidth = 10 }));
        Assert.Equal([new Box(0, 0, 10, 5), new Box(0, 0, 9.9, 50)], Boxes(new BoxFilterOptions { MinimumHeight = 5 }));
        Assert.Equal([new Box(0, 0, 9.9, 50)], Boxes(new BoxFilterOptions { MinimumArea = 51 }));
    }

    [Fact]
    public void ImagesWithNothingToFindAreLeftOutWhereAsked() =>
        Assert.Equal([0], BoxFilter.Apply(Set, new BoxFilterOptions { LeaveOutEmptyImages = true }).Kept);

    private static IEnumerable<Box> Boxes(BoxFilterOptions options) =>
        BoxFilter.Apply(Set, options).Annotations.Images[0].Annotations.Select(label => label.Box);
}
