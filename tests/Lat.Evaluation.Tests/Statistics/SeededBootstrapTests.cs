namespace Lat.Evaluation.Tests;

public sealed class SeededBootstrapTests
{
    private static readonly BootstrapOptions Few = new() { Replicates = 100 };

    [Fact]
    public void TheNumbersAreTheEvaluatorsMeansAndEveryClassHasIts()
    {
        CocoInput[] runs = [SomeInput.Drawn(1, 40, 0.7), SomeInput.Drawn(1, 40, 0.5)];
        var expected = runs.Select(run => CocoEvaluator.Evaluate(run).Metrics).ToList();
        var measured = SeededBootstrap.Measure(runs, null, Few);
        Assert.All(measured.Metrics, item => Assert.Equal(SeedStatistics.Of(expected.Select(metrics => metrics[item.Metric])).Mean, item.Value.Mean, 12));
        Assert.All(measured.Metrics, item => Assert.Null(item.Difference));
        Assert.All(measured.Classes, item => Assert.Equal(
            SeedStatistics.Of(expected.Select(metrics => metrics.PerClass.Single(known => known.ClassName == item.ClassName).Ap50)).Mean, item.Value.Mean, 12));
        Assert.All(measured.Classes, item => Assert.Equal(expected[0].PerClass.Single(known => known.ClassName == item.ClassName).GroundTruthCount, item.Objects));
    }

    [Fact]
    public void TheErrorOverImagesIsTheOneThatTheIntervalsOfSingleRunsRestOn()
    {
        var input = SomeInput.Drawn(2, 120, 0.7);
        var percentile = ImageBootstrap.Intervals([input])[(int)EvaluationMetric.Ap50].Interval.HalfWidth;
        var own = SeededBootstrap.Measure([input], null)[EvaluationMetric.Ap50].Value.Interval.HalfWidth;
        Assert.InRange(own / percentile, 0.8, 1.25);
    }

    [Fact]
    public void TheSameDetectionsDifferByNothingWithoutADoubt()
    {
        var input = SomeInput.Drawn(1, 40, 0.7);
        var difference = SeededBootstrap.Measure([input, input], [input, input], Few)[EvaluationMetric.Ap].Difference!;
        Assert.Equal((0, 0, DifferenceVerdict.NotShown), (difference.Mean, difference.ImageError, difference.Verdict));
    }

    [Fact]
    public void WhatIsHardForBothCancelsOut()
    {
        var first = SomeInput.Drawn(1, 80, 0.7);
        var second = new CocoInput(first.LabelSpace, first.ImageCount, first.Objects, first.Predictions.Where(item => item.Image > 3));
        var measured = SeededBootstrap.Measure([second], [first], Few)[EvaluationMetric.Ap50];
        Assert.True(measured.Difference!.ImageError < 0.7 * measured.Value.ImageError);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesOnAnyNumberOfCores()
    {
        var input = SomeInput.Drawn(1, 40, 0.7);
        Assert.Equal(SeededBootstrap.Measure([input], [input], Few), SeededBootstrap.Measure([input], [input], Few));
        Assert.NotEqual(SeededBootstrap.Measure([input], null, Few), SeededBootstrap.Measure([input], null, Few with { Seed = new Seed(2) }));
    }

    [Fact]
    public void SidesThatDoNotMatchAreOurBug()
    {
        var input = SomeInput.Drawn(1, 40, 0.7);
        Assert.Throws<ArgumentException>(() => SeededBootstrap.Measure([], null));
        Assert.Throws<ArgumentException>(() => SeededBootstrap.Measure([input, input], [input]));
        Assert.Throws<ArgumentException>(() => SeededBootstrap.Measure([input], [SomeInput.Drawn(1, 41, 0.7)]));
    }
}
