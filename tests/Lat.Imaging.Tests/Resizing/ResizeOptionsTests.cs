using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class ResizeOptionsTests
{
    [Theory]
    [InlineData(640, 480, 1067, 800)]
    [InlineData(480, 640, 800, 1067)]
    [InlineData(2048, 1024, 1333, 667)]
    [InlineData(1600, 900, 1333, 750)]
    [InlineData(800, 800, 800, 800)]
    [InlineData(4000, 2, 1333, 1)]
    public void TheShortSideIsFixedUnlessTheLongSideGrowsTooLong(int width, int height, int targetWidth, int targetHeight) =>
        Assert.Equal(new ImageSize(targetWidth, targetHeight), new ResizeOptions().SizeFor(new ImageSize(width, height)));

    [Fact]
    public void AShortSideBeyondTheMaximumIsAProblem()
    {
        var problem = Assert.Single(new ResizeOptions { ShortSide = 900, MaximumSide = 600 }.Check());

        Assert.Equal(("ShortSide", "is 900; expected at most 'maximumSide' (600)"), (problem.Path, problem.Message));
    }
}
