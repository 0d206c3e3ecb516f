using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class ZoomTests
{
    private static readonly (byte, byte, byte) Padding = (124, 116, 104);

    [Fact]
    public void ZoomingOutPadsWithMeanGreyAndShrinksBoxes()
    {
        var augmentation = Draw(0.5);
        var image = augmentation.Apply(Some.Plain(40, 20, 200, 0, 0));

        var box = augmentation.Apply(new Box(0, 0, 40, 20), 0)!.Value;

        Assert.Equal((20, 10), (box.Width, box.Height));
        for (var y = 0; y < 20; y++)
        {
            for (var x = 0; x < 40; x++)
            {
                var inside = x >= box.X1 && x < box.X2 && y >= box.Y1 && y < box.Y2;
                Assert.Equal(inside ? (200, 0, 0) : Padding, image.At(x, y));
            }
        }
    }

    [Fact]
    public void ZoomingInFollowsAnObject()
    {
        // A white object on black: wherever the zoom looks, the box must be where the white pixels are.
        var source = Some.Plain(64, 48, 0, 0, 0);
        source.FillRectangle(24, 18, 44, 32, new RgbColor(255, 255, 255));
        var random = Some.Random();
        for (var i = 0; i < 20; i++)
        {
            var augmentation = new Augmenter(new AugmentationOptions { MinimumScale = 1.1, MaximumScale = 1.5, CropProbability = 0.5, CropMinimumShare = 0.8 })
                .Draw(source.Size, random);
            var image = augmentation.Apply(source);

            var box = augmentation.Apply(new Box(24, 18, 44, 32), 0)!.Value;

            Assert.Equal(box.Area, Bright(image), box.Area * 0.02);
            Assert.Equal((255, 255, 255), image.At((int)box.CenterX, (int)box.CenterY));
        }
    }

    [Fact]
    public void ABoxOfWhichTooLittleStaysVisibleIsDropped()
    {
        var random = Some.Random();
        var augmenter = new Augmenter(new AugmentationOptions { MinimumScale = 2, MaximumScale = 2, MinimumVisibleShare = 0.5 });
        EquatableArray<Annotation> corners = [Corner(0, 0), Corner(30, 0), Corner(0, 20), Corner(30, 20)];
        for (var i = 0; i < 50; i++)
        {
            var augmentation = augmenter.Draw(new ImageSize(40, 30), random);

            foreach (var corner in corners)
            {
                var visible = augmentation.Apply(corner.Box, 0)?.Area / (corner.Box.Area * 4) ?? 0;
                Assert.Equal(visible >= 0.5, augmentation.Apply([corner]).Count == 1);
            }
        }

        static Annotation Corner(double x, double y) => new(Box.FromXywh(x, y, 10, 10), 0);
    }

    [Fact]
    public void ACrowdStaysWhileAnyPartIsVisibleAndKeepsItsFlags()
    {
        var random = Some.Random();
        var augmenter = new Augmenter(new AugmentationOptions { MinimumScale = 3, MaximumScale = 3, MinimumVisibleShare = 0.99 });
        EquatableArray<Annotation> wholeImage =
        [
            new Annotation(new Box(0, 0, 40, 30), 1) { IsCrowd = true, Confidence = 0.5 },
            new Annotation(new Box(0, 0, 40, 30), 2) { IsIgnored = true },
            new Annotation(new Box(0, 0, 40, 30), 3),
        ];

        var kept = augmenter.Draw(new ImageSize(40, 30), random).Apply(wholeImage);

        Assert.Equal([1, 2], kept.Select(annotation => annotation.ClassIndex));
        Assert.All(kept, annotation => Assert.Equal(new Box(0, 0, 40, 30), annotation.Box));
        Assert.Equal((true, 0.5), (kept[0].IsCrowd, kept[0].Confidence));
        Assert.True(kept[1].IsIgnored);
    }

    private static Augmentation Draw(double scale) =>
        new Augmenter(new AugmentationOptions { FlipProbability = 0, MinimumScale = scale, MaximumScale = scale })
            .Draw(new ImageSize(40, 20), Some.Random());

    /// <summary>The white area in pixels, soft edges counted by their share.</summary>
    private static double Bright(RgbImage image) => image.Pixels.Sum(sample => (double)sample) / 255 / 3;
}
