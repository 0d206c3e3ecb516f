using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class ImageCodecTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 17)]
    [InlineData(256, 192)]
    public void APngGivesBackItsPixels(int width, int height)
    {
        var image = Some.Image(width, height);

        var decoded = ImageCodec.Decode(ImageCodec.EncodePng(image), "image");

        Assert.Equal(image.Size, decoded.Size);
        Assert.Equal(image.Pixels, decoded.Pixels);
    }

    [Fact]
    public void AJpegIsCloseToItsPixels()
    {
        var image = Some.Photograph(64, 48);

        var decoded = ImageCodec.Decode(ImageCodec.EncodeJpeg(image, 95), "image");

        Assert.Equal(image.Size, decoded.Size);
        Assert.True(image.Pixels.Zip(decoded.Pixels, (a, b) => Math.Abs(a - b)).Average() < 2);
    }

    [Fact]
    public void ALowerQualityMakesASmallerJpeg()
    {
        var image = Some.Image(64, 48);

        Assert.True(ImageCodec.EncodeJpeg(image, 20).Length < ImageCodec.EncodeJpeg(image, 90).Length);
    }

    [Fact]
    public void EncodingTwiceGivesTheSameBytes()
    {
        var image = Some.Image(31, 23);

        Assert.Equal(ImageCodec.EncodePng(image), ImageCodec.EncodePng(image));
        Assert.Equal(ImageCodec.EncodeJpeg(image, 80), ImageCodec.EncodeJpeg(image, 80));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void AQualityOutOfRangeIsRefused(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageCodec.EncodeJpeg(Some.Image(2, 2), quality));

    [Fact]
    public void TheSizeIsReadFromTheHeader()
    {
        var image = Some.Image(31, 23);

        Assert.Equal(image.Size, ImageCodec.ReadSize(_folder.Write("a.png", ImageCodec.EncodePng(image))));
        Assert.Equal(image.Size, ImageCodec.ReadSize(_folder.Write("a.jpg", ImageCodec.EncodeJpeg(image, 75))));
    }

    [Fact]
    public void PathStreamAndBytesGiveTheSameImage()
    {
        var bytes = ImageCodec.EncodeJpeg(Some.Image(31, 23), 75);

        var fromBytes = ImageCodec.Decode(bytes, "image").Pixels;

        Assert.Equal(fromBytes, ImageCodec.Decode(new MemoryStream(bytes), "image").Pixels);
        Assert.Equal(fromBytes, ImageCodec.Decode(_folder.Write("a.jpg", bytes)).Pixels);
    }

    [Fact]
    public void APngNamedJpgIsStillAPng()
    {
        var image = Some.Image(5, 4);

        Assert.Equal(image.Pixels, ImageCodec.Decode(_folder.Write("a.jpg", ImageCodec.EncodePng(image))).Pixels);
    }

    public void Dispose() => _folder.Dispose();
}
