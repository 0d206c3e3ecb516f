using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class AugmenterTests
{
    private static readonly AugmentationOptions Nothing = new() { FlipProbability = 0 };
    private static readonly AugmentationOptions AlwaysFlip = new() { FlipProbability = 1 };

    private static readonly AugmentationOptions Everything = new()
    {
        MinimumScale = 0.5,
        MaximumScale = 2,
        CropProbability = 0.5,
        BrightnessJitter = 0.4,
        ContrastJitter = 0.4,
        SaturationJitter = 0.4,
    };

    [Fact]
    public void AFlipMirrorsPixelsAndBoxes()
    {
        var image = Some.Image(10, 4);

        var flipped = new Augmenter(AlwaysFlip).Apply(image, [new Annotation(new Box(1, 0, 4, 3), 2)], Some.Random());

        Assert.Equal(image.At(1, 3), flipped.Image.At(8, 3));
        Assert.Equal(image.At(9, 0), flipped.Image.At(0, 0));
        Assert.Equal([new Annotation(new Box(6, 0, 9, 3), 2)], flipped.Annotations);
    }

    [Fact]
    public void TheGivenImageStaysAsItIs()
    {
        var image = Some.Image(10, 4);

        new Augmenter(AlwaysFlip).Apply(image, [], Some.Random());

        Assert.Equal(Some.Image(10, 4).Pixels, image.Pixels);
    }

    [Fact]
    public void NothingChangesWhereNothingMay()
    {
        var image = Some.Image(10, 4);
        EquatableArray<Annotation> boxes = [new Annotation(new Box(-3, 0, 4, 9), 0), new Annotation(new Box(2, 2, 2, 2), 1)];

        var same = new Augmenter(Nothing).Apply(image, boxes, Some.Random());

        Assert.Equal(image.Pixels, same.Image.Pixels);
        Assert.NotSame(image.Pixels, same.Image.Pixels);
        Assert.Equal(boxes, same.Annotations);
    }

    [Fact]
    public void HalfOfTheImagesAreFlippedByDefault()
    {
        var random = Some.Random();
        var augmenter = new Augmenter(new AugmentationOptions());

        var flips = Enumerable.Range(0, 1000).Count(_ => augmenter.Draw(new ImageSize(8, 8), random).Apply(new Box(0, 0, 1, 1), 0)!.Value.X1 > 0);

        Assert.InRange(flips, 450, 550);
    }

    [Fact]
    public void EqualStreamsGiveEqualExamples()
    {
        var image = Some.Photograph(64, 48);
        EquatableArray<Annotation> boxes = [new Annotation(new Box(10, 10, 40, 30), 0)];

        var (first, second) = (Apply(Some.Random(7)), Apply(Some.Random(7)));

        Assert.Equal(first.Image.Pixels, second.Image.Pixels);
        Assert.Equal(first.Annotations, second.Annotations);
        Assert.NotEqual(first.Image.Pixels, Apply(Some.Random(8)).Image.Pixels);

        AugmentedImage Apply(RandomStream random) => new Augmenter(Everything).Apply(image, boxes, random);
    }

    [Fact]
    public void EveryCallTakesTheSameDrawsWhateverIsOn()
    {
        var (plain, full) = (Some.Random(), Some.Random());

        new Augmenter(Nothing).Draw(new ImageSize(64, 48), plain);
        new Augmenter(Everything).Draw(new ImageSize(64, 48), full);

        Assert.Equal(plain.ToState(), full.ToState());
    }

    [Fact]
    public void TheImageKeepsItsSize()
    {
        var random = Some.Random();
        var image = Some.Photograph(61, 47);

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(image.Size, new Augmenter(Everything).Apply(image, [], random).Image.Size);
        }
    }

    [Fact]
    public void AColourChangeMovesNoBox()
    {
        var options = Nothing with { BrightnessJitter = 0.5, ContrastJitter = 0.5, SaturationJitter = 0.5 };
        EquatableArray<Annotation> boxes = [new Annotation(new Box(1.5, 2, 3, 4), 0)];

        var changed = new Augmenter(options).Apply(Some.Photograph(20, 10), boxes, Some.Random());

        Assert.Equal(boxes, changed.Annotations);
        Assert.NotEqual(Some.Photograph(20, 10).Pixels, changed.Image.Pixels);
    }

    [Fact]
    public void AnImageOfAnotherSizeIsRefused()
    {
        var augmentation = new Augmenter(Nothing).Draw(new ImageSize(8, 8), Some.Random());

        Assert.Throws<ArgumentException>(() => augmentation.Apply(Some.Image(9, 8)));
    }

    [Fact]
    public void AnEmptyRangeOfScalesIsAProblem()
    {
        var problem = Assert.Single(new AugmentationOptions { MinimumScale = 2, MaximumScale = 0.5 }.Check());

        Assert.Equal(("MinimumScale", "is 2; expected at most 'maximumScale' (0.5)"), (problem.Path, problem.Message));
    }
}
