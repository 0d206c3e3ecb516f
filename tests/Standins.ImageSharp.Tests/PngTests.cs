using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Standins.Tests;

public sealed class PngTests
{
    [Fact]
    public void PixelsComeBackAsTheyWere()
    {
        Rgb24[] pixels = [.. Enumerable.Range(0, 37 * 21).Select(i => new Rgb24((byte)i, (byte)(i * 7), (byte)(i * 31)))];
        using var image = Image.LoadPixelData<Rgb24>(pixels, 37, 21);
        using var stream = new MemoryStream();
        image.SaveAsPng(stream);

        using var loaded = Image.Load<Rgb24>(stream.ToArray());

        Assert.Equal((37, 21), (loaded.Width, loaded.Height));
        Assert.Equal(pixels, Pixels(loaded));
    }

    [Fact]
    public void GreyFillsAllChannels() =>
        Assert.Equal([new Rgb24(0, 0, 0), new Rgb24(90, 90, 90)], Decode(new TestPng(2, 1, 8, 0).WithRows(0, 0, 90)));

    [Fact]
    public void GreyOfOneBitIsBlackAndWhite() =>
        Assert.Equal([new Rgb24(255, 255, 255), new Rgb24(0, 0, 0)], Decode(new TestPng(2, 1, 1, 0).WithRows(0, 0b1000_0000)));

    [Fact]
    public void APaletteIsLookedUp() => Assert.Equal(
        [new Rgb24(4, 5, 6), new Rgb24(1, 2, 3)], Decode(new TestPng(2, 1, 8, 3).With("PLTE", 1, 2, 3, 4, 5, 6).WithRows(0, 1, 0)));

    [Fact]
    public void SixteenBitsAreScaledToEight() => Assert.Equal(
        [new Rgb24(128, 255, 0)], Decode(new TestPng(1, 1, 16, 2).WithRows(0, 0x80, 0x80, 0xFF, 0xFF, 0, 0)));

    [Fact]
    public void AlphaIsDroppedAndNotBlended() =>
        Assert.Equal([new Rgb24(10, 20, 30)], Decode(new TestPng(1, 1, 8, 6).WithRows(0, 10, 20, 30, 0)));

    [Fact]
    public void ATransparentColourIsDroppedAndNotBlended() => Assert.Equal(
        [new Rgb24(10, 20, 30)], Decode(new TestPng(1, 1, 8, 2).With("tRNS", 0, 10, 0, 20, 0, 30).WithRows(0, 10, 20, 30)));

    [Fact]
    public void AGammaChunkChangesNoPixel() => Assert.Equal(
        [new Rgb24(10, 120, 230)],
        Decode(new TestPng(1, 1, 8, 2).With("gAMA", 0, 1, 0x86, 0xA0).With("tEXt", (byte)'a', 0, (byte)'b').WithRows(0, 10, 120, 230)));

    [Fact]
    public void AChangedChecksumIsInvalidContent()
    {
        var bytes = new TestPng(2, 1, 8, 0).WithRows(0, 0, 90);
        bytes[^13] ^= 1;

        Assert.Throws<InvalidImageContentException>(() => Decode(bytes));
    }

    [Fact]
    public void AHeaderThatEndsEarlyIsInvalidContent()
    {
        var bytes = new TestPng(2, 1, 8, 0).WithRows(0, 0, 90)[..15];

        Assert.Throws<InvalidImageContentException>(() => Decode(bytes));
        Assert.Throws<InvalidImageContentException>(() => Image.Identify(bytes));
    }

    [Fact]
    public void AnAbsurdSizeIsInvalidContentAndNotAnOverflow() =>
        Assert.Throws<InvalidImageContentException>(() => Decode(new TestPng(900_000, 900_000, 8, 2).WithRows(0, 1, 2, 3)));

    private static Rgb24[] Decode(byte[] bytes)
    {
        using var image = Image.Load<Rgb24>(bytes);
        return Pixels(image);
    }

    private static Rgb24[] Pixels(Image<Rgb24> image)
    {
        var pixels = new Rgb24[image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        return pixels;
    }
}
