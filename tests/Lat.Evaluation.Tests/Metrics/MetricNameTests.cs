namespace Lat.Evaluation.Tests;

public class MetricNameTests
{
    [Theory]
    [InlineData("ap50", "ap50", "AP50")]
    [InlineData("apSmall", "ap-small", "AP small")]
    [InlineData("ap-small", "ap-small", "AP small")]
    [InlineData("ar-100", "ar100", "AR@100")]
    [InlineData("ap50/traffic light", "ap50/traffic light", "AP50 of traffic light")]
    [InlineData("tide/localization", "tide/localization", "AP lost to localization errors")]
    [InlineData("calibration/expected", "calibration/expected", "calibration error")]
    public void ANameHasOneSpellingAndALabel(string text, string value, string label)
    {
        var name = new MetricName(text);
        Assert.Equal((value, label), (name.Value, name.ToLabel()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("map")]
    [InlineData("ap60")]
    [InlineData("ap50/")]
    [InlineData("ar1/car")]
    [InlineData("tide/other")]
    [InlineData("tide")]
    [InlineData(null)]
    public void WhatIsNotMeasuredIsRefused(string? text)
    {
        Assert.False(MetricName.IsValid(text));
        Assert.Contains("ap50/car", Assert.Throws<ArgumentException>(() => new MetricName(text ?? "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryNumberHasAName() =>
        Assert.All(Enum.GetValues<EvaluationMetric>(), metric => Assert.Equal(metric, MetricName.FromEvaluationMetric(metric).Number));

    [Fact]
    public void OfErrorsLessIsBetter()
    {
        Assert.False(new MetricName("tide/missed").IsHigherBetter);
        Assert.True(new MetricName("ap/car").IsHigherBetter);
        Assert.Equal(new ClassName("car"), new MetricName("ap/car").OfClass);
        Assert.Null(new MetricName("ap").OfClass);
    }
}
