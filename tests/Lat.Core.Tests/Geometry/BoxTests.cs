namespace Lat.Core.Tests;

public sealed class BoxTests
{
    private static readonly Box Square = new(0, 0, 10, 10);

    [Theory]
    [InlineData(5, 0, 15, 10, 1.0 / 3)]
    [InlineData(0, 0, 10, 10, 1)]
    [InlineData(2, 3, 6, 8, 0.2)]
    [InlineData(10, 0, 20, 10, 0)]
    [InlineData(10, 10, 20, 20, 0)]
    [InlineData(11, 11, 20, 20, 0)]
    [InlineData(4, 4, 4, 9, 0)]
    public void OverlapIsIntersectionOverUnionBothWays(double x1, double y1, double x2, double y2, double expected)
    {
        var other = new Box(x1, y1, x2, y2);
        Assert.Equal(expected, Square.Iou(other), 15);
        Assert.Equal(expected, other.Iou(Square), 15);
    }

    [Fact]
    public void TwoBoxesWithoutAreaDoNotOverlapEvenWhereTheyAreOne() => Assert.Equal(0, new Box(3, 3, 3, 3).Iou(new Box(3, 3, 3, 3)));

    [Theory]
    [InlineData(1, 0, 0.5, 1)]
    [InlineData(0, 1, 1, 0.5)]
    [InlineData(double.NaN, 0, 1, 1)]
    [InlineData(0, double.NegativeInfinity, 1, 1)]
    [InlineData(0, 0, double.PositiveInfinity, 1)]
    [InlineData(0, 0, 1, double.NaN)]
    public void ABoxThatIsNoneCannotBeMade(double x1, double y1, double x2, double y2)
    {
        Assert.False(Box.IsValid(x1, y1, x2, y2));
        Assert.EndsWith(Box.ValidValues, Assert.Throws<ArgumentException>(() => new Box(x1, y1, x2, y2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRefusalShowsTheCornersInTheInvariantCulture() => Assert.StartsWith(
        "Not a box: (1.5, 0, 0.25, 1).", Assert.Throws<ArgumentException>(() => new Box(1.5, 0, 0.25, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheSameBoxIsMadeFromCornersFromSizeAndFromItsCentre()
    {
        var box = new Box(2, 4, 8, 6);
        Assert.Equal(box, Box.FromXywh(2, 4, 6, 2));
        Assert.Equal(box, Box.FromCenter(5, 5, 6, 2));
        Assert.Equal((6, 2, 12, 5, 5), (box.Width, box.Height, box.Area, box.CenterX, box.CenterY));
    }

    [Fact]
    public void ClippingKeepsThePartInsideTheImage()
    {
        var size = new ImageSize(20, 10);
        Assert.Equal(new Box(0, 2, 20, 10), new Box(-5, 2, 25, 30).ClipTo(size));
        Assert.Equal(new Box(1, 2, 3, 4), new Box(1, 2, 3, 4).ClipTo(size));
    }

    [Fact]
    public void ABoxOutsideTheImageIsClippedToNoArea() => Assert.Equal(0, new Box(30, 2, 40, 5).ClipTo(new ImageSize(20, 10)).Area);

    [Fact]
    public void MirroringTwiceIsNoChange()
    {
        var box = new Box(1, 2, 5, 7);
        Assert.Equal(new Box(15, 2, 19, 7), box.FlipHorizontally(20));
        Assert.Equal(box, box.FlipHorizontally(20).FlipHorizontally(20));
    }

    [Fact]
    public void ABoxIsScaledAndMovedByAxis()
    {
        Assert.Equal(new Box(2, 6, 10, 21), new Box(1, 2, 5, 7).Scale(2, 3));
        Assert.Equal(new Box(0, 4, 4, 9), new Box(1, 2, 5, 7).Translate(-1, 2));
    }

    [Fact]
    public void TheUnionIsTheSmallestBoxThatContainsBoth() => Assert.Equal(new Box(0, -1, 12, 10), Square.Union(new Box(3, -1, 12, 4)));

    [Fact]
    public void ABoxIsShownWithTwoDecimalsInTheInvariantCulture() => Assert.Equal("(0.33, 1, 2.5, 4)", new Box(1.0 / 3, 1, 2.5, 4).ToString());
}
