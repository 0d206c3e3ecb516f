namespace Lat.Imaging.Tests;

public sealed class ColorChangeTests
{
    [Fact]
    public void BrightnessMultipliesAndSaturates()
    {
        var image = Some.Plain(2, 2, 100, 20, 200);

        new ColorChange(1.5, 1, 1).Apply(image);

        Assert.Equal((150, 30, 255), image.At(1, 1));
    }

    [Fact]
    public void ContrastMovesSamplesAwayFromTheMeanGrey()
    {
        var image = Some.Plain(2, 1, 100, 100, 100);
        image.SetPixel(1, 0, new RgbColor(200, 200, 200));

        new ColorChange(1, 1.5, 1).Apply(image);

        Assert.Equal((75, 75, 75), image.At(0, 0));
        Assert.Equal((225, 225, 225), image.At(1, 0));
    }

    [Fact]
    public void WithoutSaturationAllChannelsAreGrey()
    {
        var image = Some.Plain(1, 1, 250, 10, 40);

        new ColorChange(1, 1, 0).Apply(image);

        var (r, g, b) = image.At(0, 0);
        Assert.Equal((r, r), (g, b));
    }

    [Fact]
    public void SaturationLeavesGreyAlone()
    {
        var image = Some.Plain(1, 1, 90, 90, 90);

        new ColorChange(1, 1, 1.7).Apply(image);

        Assert.Equal((90, 90, 90), image.At(0, 0));
    }
}
