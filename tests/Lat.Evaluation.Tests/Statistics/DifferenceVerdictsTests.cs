namespace Lat.Evaluation.Tests;

public class DifferenceVerdictsTests
{
    [Theory]
    [InlineData(2, 1, 3, true, DifferenceVerdict.Better)]
    [InlineData(2, 1, 3, false, DifferenceVerdict.Worse)]
    [InlineData(-2, -3, -1, true, DifferenceVerdict.Worse)]
    [InlineData(-2, -3, -1, false, DifferenceVerdict.Better)]
    [InlineData(2, -1, 5, true, DifferenceVerdict.NotShown)]
    [InlineData(2, 0, 4, true, DifferenceVerdict.NotShown)]
    [InlineData(2, double.NaN, double.NaN, true, DifferenceVerdict.Unknown)]
    [InlineData(double.NaN, 1, 2, true, DifferenceVerdict.Unknown)]
    public void ADifferenceInsideItsIntervalIsNeverAWin(double difference, double low, double high, bool isHigherBetter, DifferenceVerdict verdict) =>
        Assert.Equal(verdict, DifferenceVerdicts.Of(difference, new Interval(low, high), isHigherBetter));
}
