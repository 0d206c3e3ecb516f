using System.Globalization;
using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class ImageResizerTests
{
    public static TheoryData<string> GoldenLines => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "resize.txt"))];

    [Theory]
    [MemberData(nameof(GoldenLines))]
    public void ResizingGivesTheBytesOfPilBilinear(string line)
    {
        var words = line.Split(' ');
        var numbers = words[..8].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var source = Some.Image((int)numbers[0], (int)numbers[1]);
        var part = new Box(numbers[2], numbers[3], numbers[4], numbers[5]);

        var resized = ImageResizer.Resize(source, part, new ImageSize((int)numbers[6], (int)numbers[7]));

        Assert.Equal(words[8], Convert.ToHexStringLower(resized.Pixels));
    }

    [Fact]
    public void ThePartOfAWholeImageIsTheWholeImage()
    {
        var image = Some.Image(40, 30);
        var size = new ImageSize(17, 23);

        Assert.Equal(ImageResizer.Resize(image, size).Pixels, ImageResizer.Resize(image, new Box(0, 0, 40, 30), size).Pixels);
    }

    [Fact]
    public void TheSameSizeKeepsThePixelsInACopy()
    {
        var image = Some.Image(5, 4);

        var resized = ImageResizer.Resize(image, image.Size);

        Assert.Equal(image.Pixels, resized.Pixels);
        Assert.NotSame(image.Pixels, resized.Pixels);
    }

    [Fact]
    public void WhiteStaysWhiteHoweverManyPixelsAreMixed()
    {
        var image = Some.Plain(20000, 3, 255, 255, 255);

        var resized = ImageResizer.Resize(image, new ImageSize(1, 1));

        Assert.Equal((255, 255, 255), resized.At(0, 0));
    }

    [Fact]
    public void APartOutsideTheImageIsRefused() =>
        Assert.Throws<ArgumentException>(() => ImageResizer.Resize(Some.Image(5, 4), new Box(1, 1, 6, 3), new ImageSize(2, 2)));

    [Fact]
    public void APartWithoutAreaIsRefused() =>
        Assert.Throws<ArgumentException>(() => ImageResizer.Resize(Some.Image(5, 4), new Box(1, 1, 1, 3), new ImageSize(2, 2)));
}
