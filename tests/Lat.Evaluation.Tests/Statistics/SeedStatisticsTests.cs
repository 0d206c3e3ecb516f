namespace Lat.Evaluation.Tests;

public class SeedStatisticsTests
{
    [Fact]
    public void TheDeviationIsThatOfASample() =>
        Assert.Equal(new SeedStatistics(3, 2, 1, 1, 3), SeedStatistics.Of([1, 2, 3]));

    [Fact]
    public void OneSeedHasNoSpread()
    {
        var one = SeedStatistics.Of([0.5]);
        Assert.Equal(0.5, one.Mean);
        Assert.True(double.IsNaN(one.StandardDeviation));
    }

    [Fact]
    public void AbsentNumbersAreLeftOut()
    {
        Assert.Equal(2, SeedStatistics.Of([1, double.NaN, 3]).Mean);
        Assert.Equal(0, SeedStatistics.Of([double.NaN]).Count);
    }
}
