namespace Lat.Core.Tests;

public sealed class RgbImageTests
{
    [Fact]
    public void AnImageHasThreeBytesForEveryPixel()
    {
        Assert.Equal(3 * 4 * 2, new RgbImage(new ImageSize(4, 2)).Pixels.Length);
        var refusal = Assert.Throws<ArgumentException>(() => new RgbImage(new ImageSize(4, 2), new byte[8]));
        Assert.Equal("An RGB image of 4x2 has 24 bytes, not 8.", refusal.Message);
    }
}
