using System.Text.Json;

namespace Lat.Evaluation.Tests;

public sealed class EstimateTests
{
    [Fact]
    public void WithoutImagesErrorTheIntervalIsStudentsOverTheSeeds()
    {
        double[] runs = [0.1, 0.2, 0.3];
        var expected = StudentInterval.Of(SeedStatistics.Of(runs));
        var interval = Estimate.Of(runs, imageError: 0).Interval;
        Assert.Equal(expected.Low, interval.Low, 12);
        Assert.Equal(expected.High, interval.High, 12);
    }

    [Fact]
    public void OneSeedHasAnIntervalOverImagesAlone()
    {
        var interval = Estimate.Of([0.5], imageError: 0.01).Interval;
        Assert.Equal((0.4804, 0.5196), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void ImagesAndSeedsTogetherAreWiderThanEither()
    {
        double[] runs = [0.1, 0.2, 0.3];
        var both = Estimate.Of(runs, imageError: 0.1).Interval.HalfWidth;
        Assert.True(both > 1.96 * 0.1);
        // An error of 0.1155 with 2 · (0.0133 / 0.0033)² = 32 degrees of freedom, for which Student's factor is 2.037.
        Assert.Equal(2.037 * Math.Sqrt(0.01 + (0.01 / 3)), both, 3);
    }

    [Fact]
    public void NothingIsKnownWithoutAnErrorOverImages()
    {
        Assert.False(Estimate.Of([0.1, 0.2], double.NaN).Interval.IsKnown);
        Assert.Equal(DifferenceVerdict.Unknown, Estimate.Of([], 0.1).Verdict);
    }

    [Theory]
    [InlineData(0.10, DifferenceVerdict.Better)]
    [InlineData(0.01, DifferenceVerdict.NotShown)]
    [InlineData(-0.01, DifferenceVerdict.NotShown)]
    [InlineData(-0.10, DifferenceVerdict.Worse)]
    public void ADifferenceInsideItsIntervalIsNeitherBetterNorWorse(double mean, DifferenceVerdict verdict) =>
        Assert.Equal(verdict, Estimate.Of([mean - 0.005, mean, mean + 0.005], imageError: 0.01).Verdict);

    [Fact]
    public void ItReadsBackFromJsonWithItsIntervalWrittenForOthers()
    {
        var estimate = Estimate.Of([0.5], 0.01);
        var json = JsonSerializer.Serialize(estimate, EvaluationJson.Options);
        Assert.Contains("\"interval\": {", json, StringComparison.Ordinal);
        Assert.Contains("\"standardDeviation\": null", json, StringComparison.Ordinal);
        Assert.Equal(estimate, JsonSerializer.Deserialize<Estimate>(json, EvaluationJson.Options));
    }

    /// <summary>Of many tables in which nothing differs, about one in twenty should call a difference one, with three seeds and few of them noisier than images.</summary>
    [Theory]
    [InlineData(1.0, 0.1)]
    [InlineData(0.3, 1.0)]
    [InlineData(1.0, 1.0)]
    public void ADifferenceOfNothingIsRarelyCalledOne(double seedSpread, double imageSpread)
    {
        const int Tables = 4000;
        var random = new Seed(5).ToStream();
        var called = 0;
        for (var table = 0; table < Tables; table++)
        {
            var images = imageSpread * random.NextGaussian();
            var runs = Enumerable.Range(0, 3).Select(_ => images + (seedSpread * random.NextGaussian())).ToList();
            called += Estimate.Of(runs, imageSpread).Verdict is DifferenceVerdict.Better or DifferenceVerdict.Worse ? 1 : 0;
        }

        Assert.InRange(called / (double)Tables, 0.01, 0.075);
    }
}
