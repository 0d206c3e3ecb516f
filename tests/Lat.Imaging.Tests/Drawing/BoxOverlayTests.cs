using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class BoxOverlayTests
{
    private static readonly RgbColor Red = new(255, 0, 0);

    [Fact]
    public void AFrameLiesInsideItsBox()
    {
        var image = Some.Plain(10, 10, 0, 0, 0);

        var drawn = BoxOverlay.Draw(image, [new LabelledBox(new Box(2, 3, 7, 8), Red)]);

        Assert.Equal(
            ["..........", "..........", "..........", "..#####...", "..#...#...", "..#...#...", "..#...#...", "..#####...", "..........", ".........."],
            Rows(drawn));
    }

    [Fact]
    public void TheGivenImageStaysAsItIs()
    {
        var image = Some.Plain(10, 10, 0, 0, 0);

        BoxOverlay.Draw(image, [new LabelledBox(new Box(2, 3, 7, 8), Red, "car")]);

        Assert.All(image.Pixels, sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(-5, -5, 30, 30)]
    [InlineData(9, 9, 9, 9)]
    [InlineData(10, 10, 12, 12)]
    [InlineData(-9, 2, -3, 4)]
    public void ABoxAtOrBeyondTheEdgeIsCutOff(double x1, double y1, double x2, double y2)
    {
        var drawn = BoxOverlay.Draw(Some.Plain(10, 10, 0, 0, 0), [new LabelledBox(new Box(x1, y1, x2, y2), Red, "a long label")], thickness: 3);

        Assert.Equal(new ImageSize(10, 10), drawn.Size);
    }

    [Fact]
    public void ALabelStandsAboveItsBoxInInkThatCanBeRead()
    {
        var drawn = BoxOverlay.Draw(Some.Plain(20, 30, 0, 0, 0), [new LabelledBox(new Box(3, 15, 18, 25), Red, "I")]);

        // The letter's ground is 7 x 9 pixels; its stem runs down the middle.
        Assert.Equal((255, 0, 0), drawn.At(3, 6));
        Assert.Equal((255, 255, 255), drawn.At(6, 10));
        Assert.Equal((0, 0, 0), drawn.At(3, 5));
        Assert.Equal((0, 0, 0), drawn.At(10, 10));
    }

    private static IEnumerable<string> Rows(RgbImage image) => Enumerable.Range(0, image.Height).Select(y =>
        string.Concat(Enumerable.Range(0, image.Width).Select(x => image.At(x, y) == (255, 0, 0) ? '#' : '.')));
}
