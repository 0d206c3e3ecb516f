namespace Lat.Reports.Tests;

public sealed class BoxShiftPlotTests
{
    private static BoxShift Shift(double width, double height) => new(
        new ClassName("cyclist"), new ClassName("bicycle"), 7, new Spread(0, 0), new Spread(0, 0), new Spread(Math.Log(width), 0.1), new Spread(Math.Log(height), 0.1));

    [Fact]
    public void WhatTheEyeSeesStandsInWordsToo() =>
        Assert.Contains("aria-label=\"cyclist to bicycle: width +25 %, height -50 %\"", BoxShiftPlot.Of(Shift(1.25, 0.5)).Markup, StringComparison.Ordinal);

    [Fact]
    public void ABoxThatDidNotMoveLiesOnItsSource() =>
        Assert.Equal(2, BoxShiftPlot.Of(Shift(1, 1)).Markup.Split("d=\"M30.0 30.0H70.0V70.0H30.0Z\"").Length - 1);
}
