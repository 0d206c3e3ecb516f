namespace Lat.Evaluation.Tests;

public class StudentIntervalTests
{
    [Fact]
    public void ThreeRunsAreAsWideAsStudentSays()
    {
        // Mean 2, deviation 1, t for 2 degrees of freedom 4.303.
        var interval = StudentInterval.Of(SeedStatistics.Of([1, 2, 3]));
        Assert.Equal(2 - (4.303 / Math.Sqrt(3)), interval.Low, 9);
        Assert.Equal(2 + (4.303 / Math.Sqrt(3)), interval.High, 9);
    }

    [Fact]
    public void OneRunSaysNothingOfTheSpread()
    {
        var interval = StudentInterval.Of(SeedStatistics.Of([1]));
        Assert.False(interval.IsKnown);
        Assert.False(interval.Contains(1));
    }

    [Fact]
    public void ManyRunsUseTheLastPoint() =>
        Assert.Equal(2.042 * SeedStatistics.Of(Enumerable.Range(0, 100).Select(value => (double)value)).StandardDeviation / 10, StudentInterval.Of(SeedStatistics.Of(Enumerable.Range(0, 100).Select(value => (double)value))).HalfWidth, 9);

    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2.9, 4.303)]
    [InlineData(30.5, 2.042)]
    [InlineData(40, 2.021)]
    [InlineData(120, 1.980)]
    [InlineData(double.PositiveInfinity, 1.960)]
    public void TheFactorIsStudentsAndNeverTooSmallBetweenWholeNumbers(double degrees, double expected) => Assert.Equal(expected, StudentInterval.Quantile(degrees), 2);
}
