using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class ShortSideTests
{
    private static readonly AugmentationOptions TwoSides = new() { FlipProbability = 0, ShortSides = [20, 30] };

    [Fact]
    public void AnImageGetsOneOfTheListedShortSidesAndKeepsItsAspect()
    {
        var sizes = SizesOf(TwoSides, new ImageSize(80, 40), 60);

        Assert.Equal([new ImageSize(40, 20), new ImageSize(60, 30)], sizes.Distinct().OrderBy(size => size.Width));
        Assert.InRange(sizes.Count(size => size.Height == 20), 20, 40);
    }

    [Fact]
    public void TheLongSideEndsAtItsMaximum() =>
        Assert.Equal([new ImageSize(25, 50)], SizesOf(TwoSides with { ShortSides = [30], MaximumSide = 50 }, new ImageSize(40, 80), 3).Distinct());

    [Fact]
    public void ARangeDrawsEveryWholeNumberInIt()
    {
        var options = TwoSides with { ShortSides = [18, 21], ShortSideSampling = ShortSideSampling.Range };

        Assert.Equal([18, 19, 20, 21], SizesOf(options, new ImageSize(40, 40), 100).Select(size => size.Height).Distinct().Order());
    }

    [Fact]
    public void PixelsAreResizedOnceAndBoxesWithThem()
    {
        var image = Some.Photograph(80, 40);

        var resized = new Augmenter(TwoSides with { ShortSides = [20] })
            .Apply(image, [new Annotation(new Box(8, 4, 40, 20), 0)], Some.Random());

        Assert.Equal(ImageResizer.Resize(image, new ImageSize(40, 20)).Pixels, resized.Image.Pixels);
        Assert.Equal([new Annotation(new Box(4, 2, 20, 10), 0)], resized.Annotations);
    }

    [Fact]
    public void AFlipMirrorsTheResizedImage()
    {
        var flipped = new Augmenter(TwoSides with { ShortSides = [20], FlipProbability = 1 })
            .Apply(Some.Photograph(80, 40), [new Annotation(new Box(8, 4, 40, 20), 0)], Some.Random());

        Assert.Equal(new Box(20, 2, 36, 10), Assert.Single(flipped.Annotations).Box);
        Assert.True(flipped.Image.At(0, 5).R > flipped.Image.At(39, 5).R);
    }

    [Fact]
    public void ACropIsResizedToTheDrawnSizeAtOnce()
    {
        var options = TwoSides with { ShortSides = [20], CropProbability = 1, CropMinimumShare = 0.5, MinimumVisibleShare = 0 };
        var random = Some.Random();

        for (var draw = 0; draw < 20; draw++)
        {
            var cropped = new Augmenter(options).Apply(Some.Photograph(80, 40), [new Annotation(new Box(0, 0, 80, 40), 0)], random);
            Assert.Equal(new ImageSize(40, 20), cropped.Image.Size);
            Assert.Equal(new Box(0, 0, 40, 20), Assert.Single(cropped.Annotations).Box);
        }
    }

    [Fact]
    public void TheOtherDrawsAreThoseOfAnImageThatKeepsItsSize()
    {
        var (kept, resized) = (Some.Random(), Some.Random());
        var flips = TwoSides with { FlipProbability = 0.5 };
        var corner = new Box(0, 0, 1, 1);

        for (var draw = 0; draw < 50; draw++)
        {
            var plain = new Augmenter(flips with { ShortSides = [] }).Draw(new ImageSize(60, 30), kept).Apply(corner, 0)!.Value;
            var changed = new Augmenter(flips).Draw(new ImageSize(60, 30), resized).Apply(corner, 0)!.Value;
            Assert.Equal(plain.X1 > 0, changed.X1 > 0);
            Assert.Equal(kept.ToState(), resized.ToState());
        }
    }

    [Fact]
    public void SidesThatCannotBeAreProblems()
    {
        Assert.Equal("has 30; expected at most 'maximumSide' (25)", Message(TwoSides with { MaximumSide = 25 }));
        Assert.Equal(
            "has 3 entries; expected the least and the greatest, as 'shortSideSampling' is 'range'",
            Message(TwoSides with { ShortSides = [1, 2, 3], ShortSideSampling = ShortSideSampling.Range }));
        Assert.Equal(
            "goes from 30 to 20; expected the least first",
            Message(TwoSides with { ShortSides = [30, 20], ShortSideSampling = ShortSideSampling.Range }));
        Assert.Empty(TwoSides.Check());
        Assert.Empty(new AugmentationOptions { ShortSideSampling = ShortSideSampling.Range }.Check());
    }

    private static string Message(AugmentationOptions options)
    {
        var problem = Assert.Single(options.Check());
        Assert.Equal("ShortSides", problem.Path);
        return problem.Message;
    }

    private static List<ImageSize> SizesOf(AugmentationOptions options, ImageSize size, int count)
    {
        var random = Some.Random();
        var image = Some.Image(size.Width, size.Height);
        return [.. Enumerable.Range(0, count).Select(_ => new Augmenter(options).Apply(image, [], random).Image.Size)];
    }
}
