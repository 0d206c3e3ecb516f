namespace Lat.Evaluation.Tests;

public class ConfidenceCalibrationTests
{
    [Fact]
    public void TheErrorIsTheDistanceOfConfidenceAndShareRightWeighedByCount()
    {
        var calibration = ConfidenceCalibration.Of([(0.9, true), (0.95, false), (0.3, false), (1, true)], binCount: 4);
        Assert.Equal([0, 1, 0, 3], calibration.Bins.Select(bin => bin.Count));
        Assert.Equal(2.85 / 3, calibration.Bins[3].MeanConfidence, 12);
        Assert.Equal(2.0 / 3, calibration.Bins[3].ShareRight, 12);
        Assert.Equal((0.3 + (2.85 - 2)) / 4, calibration.ExpectedCalibrationError, 12);
        Assert.True(double.IsNaN(calibration.Bins[0].ShareRight));
    }

    [Fact]
    public void WithoutAnythingJudgedThereIsNoError() => Assert.True(double.IsNaN(ConfidenceCalibration.Of([]).ExpectedCalibrationError));

    [Theory]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void WhatIsNoConfidenceIsRefused(double confidence) => Assert.Throws<ArgumentException>(() => ConfidenceCalibration.Of([(confidence, true)]));
}
