namespace Lat.Core.Tests;

public sealed class ImageSizeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-3, 5)]
    public void AnImageHasAtLeastOnePixel(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSize(width, height));

    [Fact]
    public void PixelsOfAHugeImageDoNotOverflow() => Assert.Equal(10_000_000_000, new ImageSize(100_000, 100_000).PixelCount);

    [Fact]
    public void ASizeIsShownAsWidthByHeight() => Assert.Equal("256x192", new ImageSize(256, 192).ToString());
}
