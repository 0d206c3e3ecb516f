using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class SubsetTests
{
    private static readonly AnnotationSet Set = new(
        new LabelSpace("a"), Enumerable.Range(0, 50).Select(
            index => new AnnotatedImage($"{index}.png", new ImageSize(9, 9), [new Annotation(new Box(0, 0, 1, 1), 0)])));

    [Fact]
    public void TheChoiceDependsOnTheSeedAndNotOnTheOrder()
    {
        var options = new SubsetOptions { Count = 10 };
        var chosen = Names(Subset.Choose(Set, options));

        Assert.Equal(chosen.Order(), Names(Subset.Choose(new AnnotationSet(Set.LabelSpace, Set.Images.Reverse()), options)).Order());
        Assert.NotEqual(chosen, Names(Subset.Choose(Set, options with { Seed = new Seed(2) })));
        Assert.Equal(10, chosen.Count);
    }

    [Fact]
    public void ALargerSubsetHoldsTheSmaller() =>
        Assert.Subset(
            Names(Subset.Choose(Set, new SubsetOptions { Count = 20 })).ToHashSet(), Names(
                Subset.Choose(Set, new SubsetOptions { Count = 10 })).ToHashSet());

    [Fact]
    public void ASetWithFewerImagesGivesAllItHas()
    {
        Assert.Equal(Set, Subset.Choose(Set, new SubsetOptions { Count = 51 }));
        Assert.Equal(Set, Subset.Choose(Set, new SubsetOptions()));
    }

    [Fact]
    public void ImagesThatKeepNoAnnotationStay()
    {
        var filtered = Set.FilterAnnotations((image, _) => image.FileName == "7.png");

        Assert.Equal(50, filtered.Images.Count);
        Assert.Equal(1, filtered.AnnotationCount);
    }

    private static List<string> Names(AnnotationSet set) => [.. set.Images.Select(image => image.FileName)];
}
