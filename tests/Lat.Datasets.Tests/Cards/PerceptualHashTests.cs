using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class PerceptualHashTests
{
    [Fact]
    public void ABrighterOrSmallerCopyLooksTheSame()
    {
        var image = Draw(0);

        Assert.Equal(PerceptualHash.Of(image), PerceptualHash.Of(Draw(20)));
        Assert.InRange(PerceptualHash.Distance(PerceptualHash.Of(image), PerceptualHash.Of(Halved(image))), 0, DuplicateGroups.MaxDistance);
    }

    [Fact]
    public void AnotherImageLooksOtherwise()
    {
        var mirrored = new RgbImage(new ImageSize(90, 64));
        var image = Draw(0);
        for (var at = 0; at < image.Pixels.Length; at += 3)
        {
            var (x, y) = (at / 3 % 90, at / 3 / 90);
            image.Pixels.AsSpan(at, 3).CopyTo(mirrored.Pixels.AsSpan(((y * 90) + 89 - x) * 3, 3));
        }

        Assert.InRange(PerceptualHash.Distance(PerceptualHash.Of(image), PerceptualHash.Of(mirrored)), 10, 64);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(1, 500)]
    public void AnImageWithFewerPixelsThanCellsHasAHash(int width, int height) =>
        Assert.Equal(0UL, PerceptualHash.Of(new RgbImage(new ImageSize(width, height))));

    private static RgbImage Draw(int light)
    {
        var image = new RgbImage(new ImageSize(90, 64));
        for (var at = 0; at < image.Pixels.Length; at += 3)
        {
            var (x, y) = (at / 3 % 90, at / 3 / 90);
            image.Pixels.AsSpan(at, 3).Fill((byte)(100 + light + (80 * Math.Sin((x + 3) / 9.0) * Math.Cos(y / 11.0))));
        }

        return image;
    }

    /// <summary>Each pixel the mean of four.</summary>
    private static RgbImage Halved(RgbImage image)
    {
        var half = new RgbImage(new ImageSize(image.Width / 2, image.Height / 2));
        for (var at = 0; at < half.Pixels.Length; at++)
        {
            var (x, y) = (at / 3 % half.Width, at / 3 / half.Width);
            var corner = ((((2 * y) * image.Width) + (2 * x)) * 3) + (at % 3);
            half.Pixels[at] = (byte)((image.Pixels[corner] + image.Pixels[corner + 3] + image.Pixels[corner + (image.Width * 3)] + image.Pixels[corner + (image.Width * 3) + 3]) / 4);
        }

        return half;
    }
}
