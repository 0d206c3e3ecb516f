namespace Lat.Detection.Tests;

public class StrongAugmenterTests
{
    private static readonly StrongAugmentationOptions Nothing = new()
    {
        ColorProbability = 0, GreyProbability = 0, BlurProbability = 0, Erasing = [],
    };

    [Fact]
    public void EqualDrawsGiveEqualViewsAndOthersOthers()
    {
        var (image, augmenter) = (Noise(), new StrongAugmenter(new StrongAugmentationOptions()));
        Assert.Equal(View(1), View(1));
        Assert.NotEqual(View(1), View(2));

        byte[] View(ulong seed) => augmenter.Apply(image, new Seed(seed).ToStream()).Pixels;
    }

    [Fact]
    public void TheGivenImageStaysAsItIs()
    {
        var image = Noise();
        var before = image.Pixels.ToArray();
        var view = new StrongAugmenter(new StrongAugmentationOptions()).Apply(image, new Seed(1).ToStream());
        Assert.Equal(before, image.Pixels);
        Assert.Equal(image.Size, view.Size);
    }

    [Fact]
    public void WithoutAnyChangeAViewIsTheImage()
    {
        var image = Noise();
        Assert.Equal(image.Pixels, new StrongAugmenter(Nothing).Apply(image, new Seed(1).ToStream()).Pixels);
    }

    [Fact]
    public void JitterOfNothingChangesNothing()
    {
        var image = Noise();
        var before = image.Pixels.ToArray();
        new ColorJitter(1, 1, 1, 0).Apply(image.Pixels);
        Assert.Equal(before, image.Pixels);
    }

    [Theory]
    [InlineData(1.0 / 3, 0, 200, 0)]
    [InlineData(-1.0 / 3, 0, 0, 200)]
    [InlineData(0.5, 0, 200, 200)]
    public void RedTurnsRoundTheCircleOfHues(double turn, int red, int green, int blue)
    {
        byte[] pixel = [200, 0, 0];
        new ColorJitter(1, 1, 1, turn).Apply(pixel);
        Assert.Equal([(byte)red, (byte)green, (byte)blue], pixel);
    }

    [Fact]
    public void BrightnessContrastAndSaturationAreTorchvisions()
    {
        byte[] pixels = [100, 50, 0, 200, 100, 60];
        byte[] bright = [.. pixels], contrasted = [.. pixels], grey = [.. pixels];
        new ColorJitter(1.5, 1, 1, 0).Apply(bright);
        Assert.Equal([150, 75, 0, 255, 150, 90], bright);
        new ColorJitter(1, 0, 1, 0).Apply(contrasted);
        Assert.Equal(Enumerable.Repeat((byte)92, 6), contrasted);   // mean of the greys 59.25 and 125.34
        ColorJitter.Grey.Apply(grey);
        Assert.Equal([59, 59, 59, 125, 125, 125], grey);
    }

    [Fact]
    public void ABlurKeepsTheSumOfAPointAndSpreadsItEvenly()
    {
        var image = new RgbImage(new ImageSize(15, 15));
        var middle = ((7 * 15) + 7) * 3;
        image.Pixels[middle] = 255;
        GaussianBlur.Apply(image, 1);
        Assert.InRange(image.Pixels[middle], 255 / (2 * Math.PI) - 3, 255 / (2 * Math.PI) + 3);
        Assert.Equal(image.Pixels[middle - 3], image.Pixels[middle + 3]);
        Assert.Equal(image.Pixels[middle - 3], image.Pixels[middle - 45]);
        Assert.InRange(image.Pixels.Sum(value => value), 235, 275);
    }

    [Fact]
    public void AnErasedRectangleCoversTheShareThatWasAskedFor()
    {
        var options = new ErasingOptions { Probability = 1, MinimumShare = 0.1, MaximumShare = 0.2 };
        for (var seed = 0UL; seed < 20; seed++)
        {
            var image = new RgbImage(new ImageSize(100, 80));
            RandomErasing.Apply(image, options, new Seed(seed).ToStream());
            var changed = Enumerable.Range(0, 8000).Where(pixel => image.Pixels.AsSpan(pixel * 3, 3).IndexOfAnyExcept((byte)0) >= 0).ToList();
            var (width, height) = (Extent(changed.Select(pixel => pixel % 100)), Extent(changed.Select(pixel => pixel / 100)));
            Assert.InRange(width * height / 8000.0, 0.09, 0.21);
            Assert.InRange(height / (double)width, 0.25, 3.6);
        }

        static int Extent(IEnumerable<int> places) => places.Max() - places.Min() + 1;
    }

    private static RgbImage Noise()
    {
        var image = new RgbImage(new ImageSize(24, 16));
        var random = new Seed(3).ToStream();
        foreach (ref var value in image.Pixels.AsSpan())
        {
            value = (byte)random.NextInt(256);
        }

        return image;
    }
}
