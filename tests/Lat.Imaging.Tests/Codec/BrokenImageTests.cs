using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class BrokenImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly byte[] Jpeg = ImageCodec.EncodeJpeg(Some.Image(64, 48), 90);
    private static readonly byte[] Png = ImageCodec.EncodePng(Some.Image(64, 48));

    [Fact]
    public void AnEmptyFileIsNamedAsSuch()
    {
        var path = _folder.Write("a.jpg", []);

        Assert.Equal($"'{path}' is empty (0 bytes). Fetch or export the file again.", MessageOf(() => ImageCodec.Decode(path)));
        Assert.Equal($"'{path}' is empty (0 bytes). Fetch or export the file again.", MessageOf(() => ImageCodec.ReadSize(path)));
    }

    [Fact]
    public void ATextFileNamedJpgIsNoImage()
    {
        var path = _folder.Write("a.jpg", "<html>404 Not Found</html>"u8);
        var message = $"'{path}' is not an image that can be read, whatever its name says. "
            + "Convert it to JPEG or PNG, or take it out of the dataset.";

        Assert.Equal(message, MessageOf(() => ImageCodec.Decode(path)));
        Assert.Equal(message, MessageOf(() => ImageCodec.ReadSize(path)));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void ATruncatedJpegIsRefused(double share) => AssertTruncated(Jpeg, (int)(Jpeg.Length * share));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void ATruncatedPngIsRefused(double share) => AssertTruncated(Png, (int)(Png.Length * share));

    [Fact]
    public void AJpegWithoutItsLastByteIsRefused() => AssertTruncated(Jpeg, Jpeg.Length - 1);

    [Fact]
    public void BytesBehindTheEndOfAnImageDoNoHarm()
    {
        Assert.Equal(ImageCodec.Decode(Jpeg, "a").Pixels, ImageCodec.Decode([.. Jpeg, 0, 1, 2], "a").Pixels);
        Assert.Equal(ImageCodec.Decode(Png, "a").Pixels, ImageCodec.Decode([.. Png, 0, 1, 2], "a").Pixels);
    }

    [Fact]
    public void APngWithChangedPixelDataIsDamaged()
    {
        var damaged = Png.ToArray();
        damaged[Png.Length / 2] ^= 0xFF;

        var message = MessageOf(() => ImageCodec.Decode(damaged, "street.png"));

        Assert.StartsWith("'street.png' is damaged: ", message, StringComparison.Ordinal);
        Assert.EndsWith(". Fetch or export the file again.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var path = _folder["nowhere.jpg"];

        Assert.Equal($"There is no image '{path}'. Check the path, or the dataset's image folder.", MessageOf(() => ImageCodec.Decode(path)));
        Assert.Equal($"There is no image '{path}'. Check the path, or the dataset's image folder.", MessageOf(() => ImageCodec.ReadSize(path)));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertTruncated(byte[] whole, int length) => Assert.Equal(
        $"'street' ends before the image does (after {length} bytes), as from a download that was cut off. Fetch it again.",
        MessageOf(() => ImageCodec.Decode(whole.AsSpan(0, length), "street")));

    private static string MessageOf(Action action) => Assert.Throws<LatException>(action).Message;

    private static string MessageOf(Func<object> action) => Assert.Throws<LatException>(action).Message;
}
