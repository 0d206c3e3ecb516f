namespace Lat.Evaluation.Tests;

public class PairedDifferenceTests
{
    [Fact]
    public void WhatSeedsShareCancelsOut()
    {
        var difference = PairedDifference.Of(Seeds(0.11, 0.21, 0.31), Seeds(0.10, 0.20, 0.30));
        Assert.Equal(0.01, difference.Differences.Mean, 12);
        Assert.Equal(0, difference.Differences.StandardDeviation, 12);
        Assert.Equal(3, difference.Wins);
    }

    [Fact]
    public void SeedsOfOneMethodOnlyAreLeftOut() =>
        Assert.Equal(1, PairedDifference.Of(Seeds(1), Seeds(2, 3)).Differences.Count);

    [Fact]
    public void TheErrorOfTheMeanShrinksWithTheRootOfTheCount() =>
        Assert.Equal(1 / Math.Sqrt(3), PairedDifference.Of(Seeds(1, 2, 3), Seeds(0, 0, 0)).StandardError, 12);

    private static IEnumerable<KeyValuePair<Seed, double>> Seeds(params double[] values) =>
        values.Select((value, index) => KeyValuePair.Create(new Seed((ulong)index), value));
}
