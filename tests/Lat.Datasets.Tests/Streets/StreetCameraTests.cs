namespace Lat.Datasets.Tests;

public sealed class StreetCameraTests
{
    [Fact]
    public void AHeadingIsAUnitVector()
    {
        var heading = Heading.Towards(3, -4);

        Assert.Equal((0.6, -0.8), (heading.X, heading.Z));
        Assert.Throws<ArgumentException>(() => Heading.Towards(0, 0));
    }

    [Fact]
    public void TurningTheCameraMovesWhatIsAheadToTheOtherSide()
    {
        var camera = new StreetCamera(1.5, 200, 128, 80, Heading.Towards(1, 1));

        var (right, depth) = camera.ToCamera(0, 10);

        Assert.Equal(-Math.Sqrt(50), right, 1e-9);
        Assert.Equal(Math.Sqrt(50), depth, 1e-9);
    }

    [Theory]
    [InlineData(StreetClass.Adult)]
    [InlineData(StreetClass.Car)]
    [InlineData(StreetClass.TrafficCone)]
    public void SizeIsInverseToDepth(StreetClass streetClass)
    {
        var near = SceneRenderer.Render(Some.Scene(Some.Object(0, streetClass, 0, 8, 1, 1, 1.6))).Objects[0].FullBox;
        var far = SceneRenderer.Render(Some.Scene(Some.Object(0, streetClass, 0, 16, 1, 1, 1.6))).Objects[0].FullBox;

        Assert.InRange(near.Height / far.Height, 1.7, 2.3);
    }

    [Fact]
    public void WhatStandsOnTheGroundStandsBelowTheHorizon()
    {
        var box = SceneRenderer.Render(Some.Scene(Some.Object(0, StreetClass.Adult, 0, 10, 0.5, 0.5, 1.8))).Objects[0].FullBox;

        Assert.Equal(80 + (1.5 * 205 / 10), box.Y2, 2.5);
        Assert.Equal(80 - (0.3 * 205 / 10), box.Y1, 2.5);
    }
}
