using System.Globalization;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace Standins.Tests;

public sealed class JpegTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Files");

    public static TheoryData<string> PixelLines => [.. File.ReadLines(Path.Combine(Folder, "pixels.txt"))];

    [Theory]
    [MemberData(nameof(PixelLines))]
    public void EveryKindGivesThePixelsThatPilReads(string line)
    {
        var words = line.Split(' ');
        using var image = Image.Load<Rgb24>(Path.Combine(Folder, words[0]));
        var bytes = new byte[image.Width * image.Height * 3];
        image.CopyPixelDataTo(bytes);

        Assert.Equal((int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture)), (image.Width, image.Height));
        Assert.Equal(words[3], Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [MemberData(nameof(PixelLines))]
    public void TheSizeIsIdentifiedWithoutDecoding(string line)
    {
        var info = Image.Identify(Path.Combine(Folder, line.Split(' ')[0]));

        Assert.Equal(new Size(19, 11), info.Size);
    }

    [Fact]
    public void DataThatEndEarlyAreReadAsFarAsTheyGo()
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder, "baseline.jpg"));

        using var image = Image.Load<Rgb24>(whole.AsSpan(0, whole.Length - 40));

        Assert.Equal((19, 11), (image.Width, image.Height));
    }

    [Fact]
    public void AHeaderThatEndsEarlyIsInvalidContent()
    {
        var start = File.ReadAllBytes(Path.Combine(Folder, "baseline.jpg"))[..60];

        Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgb24>(start));
        Assert.Throws<InvalidImageContentException>(() => Image.Identify(start));
    }

    [Fact]
    public void SavingTwiceGivesTheSameBytes()
    {
        using var image = Image.Load<Rgb24>(Path.Combine(Folder, "baseline.jpg"));

        Assert.Equal(Save(image, new JpegEncoder { Quality = 60 }), Save(image, new JpegEncoder { Quality = 60 }));
    }

    [Fact]
    public void TheDefaultQualityIs75()
    {
        using var image = Image.Load<Rgb24>(Path.Combine(Folder, "baseline.jpg"));

        Assert.Equal(Save(image, new JpegEncoder { Quality = 75 }), Save(image, new JpegEncoder()));
        Assert.NotEqual(Save(image, new JpegEncoder { Quality = 76 }), Save(image, new JpegEncoder()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void AQualityOutOfRangeIsRefused(int quality) => Assert.Throws<ArgumentException>(() => new JpegEncoder { Quality = quality });

    private static byte[] Save(Image image, JpegEncoder encoder)
    {
        using var stream = new MemoryStream();
        image.SaveAsJpeg(stream, encoder);
        return stream.ToArray();
    }
}
