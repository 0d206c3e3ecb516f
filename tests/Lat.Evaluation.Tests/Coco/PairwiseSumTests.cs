namespace Lat.Evaluation.Tests;

public class PairwiseSumTests
{
    /// <summary>Bits from `numpy.sum(1.0 / numpy.arange(1, n + 1))` of numpy 1.24.2.</summary>
    [Theory]
    [InlineData(7, "4004be2be2be2be2")]
    [InlineData(100, "4014bfdfe4591243")]
    [InlineData(1000, "401df11f45f4e61a")]
    [InlineData(20000, "4024f62202468759")]
    public void SumsHaveTheBitsOfNumpy(int count, string bits)
    {
        var values = Enumerable.Range(1, count).Select(index => 1.0 / index).ToArray();
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PairwiseSum.Sum(values)).ToString("x16", null));
    }

    [Fact]
    public void TheMeanOfNothingIsAbsent() => Assert.True(double.IsNaN(PairwiseSum.Mean([])));
}
