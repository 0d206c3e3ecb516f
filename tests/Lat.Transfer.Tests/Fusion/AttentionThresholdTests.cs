namespace Lat.Transfer.Tests;

public sealed class AttentionThresholdTests
{
    [Theory]
    [InlineData("1/sqrt(N)", 4, 0.5)]
    [InlineData("1/sqrt(N)", 2, 0.70710678118654757)]
    [InlineData("1/N", 4, 0.25)]
    [InlineData("0.3", 4, 0.3)]
    [InlineData("1", 4, 1)]
    public void AThresholdFollowsTheNumberOfDatasetsOrIsANumber(string text, int datasets, double expected)
    {
        Assert.Equal(expected, new AttentionThreshold(text).For(datasets), 15);
        Assert.Equal(text, new AttentionThreshold(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1.1")]
    [InlineData("-0.5")]
    [InlineData("0,5")]
    [InlineData("nan")]
    [InlineData("1/sqrt(n)")]
    [InlineData("2/N")]
    public void AnythingElseIsRefused(string text)
    {
        Assert.False(AttentionThreshold.IsValid(text));
        Assert.EndsWith(AttentionThreshold.ValidValues, Assert.Throws<ArgumentException>(() => new AttentionThreshold(text)).Message, StringComparison.Ordinal);
    }
}
