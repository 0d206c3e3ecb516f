using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Standins.Tests;

public sealed class ImageTests
{
    private static readonly byte[] TwoByTwo = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a, some other format")]
    public void BytesOfNoKnownFormatAreAnUnknownFormat(string text)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);

        Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgb24>(bytes));
        Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgb24>(new MemoryStream(bytes)));
        Assert.Throws<UnknownImageFormatException>(() => Image.Identify(new MemoryStream(bytes)));
    }

    [Fact]
    public void FormatFaultsShareTheirBase() =>
        Assert.All([typeof(UnknownImageFormatException), typeof(InvalidImageContentException)], type => Assert.Equal(typeof(ImageFormatException), type.BaseType));

    [Fact]
    public void PixelsAreReachedByIndexByRowAndAsOneMemory()
    {
        using var image = Image.LoadPixelData<Rgb24>(TwoByTwo, 2, 2);

        Assert.Equal(new Rgb24(4, 5, 6), image[1, 0]);
        Assert.True(image.DangerousTryGetSinglePixelMemory(out var memory));
        Assert.Equal(new Rgb24(10, 11, 12), memory.Span[3]);
        var second = default(Rgb24);
        image.ProcessPixelRows(rows => second = rows.GetRowSpan(1)[0]);
        Assert.Equal(new Rgb24(7, 8, 9), second);
    }

    [Fact]
    public void TooFewPixelsAreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Image.LoadPixelData<Rgb24>(TwoByTwo, 3, 2));

    [Fact]
    public void ADisposedImageHasNoPixels()
    {
        var image = new Image<Rgb24>(2, 2);
        image.Dispose();

        Assert.Throws<ObjectDisposedException>(() => image[0, 0]);
    }

    [Fact]
    public void AMissingFileIsAFileNotFound() =>
        Assert.Throws<FileNotFoundException>(() => Image.Load<Rgb24>(Path.Combine(AppContext.BaseDirectory, "nowhere.png")));
}
