namespace Lat.Evaluation.Tests;

public class ImageBootstrapTests
{
    private static readonly BootstrapOptions Few = new() { Replicates = 200 };

    [Fact]
    public void CountingAnImageTwiceIsHavingItTwice()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var input = WithoutTies(RandomInput.Create(seed));
            var random = new Seed(seed).Derive("weights").ToStream();
            var weights = Enumerable.Range(0, input.ImageCount).Select(_ => random.NextInt(4)).ToArray();
            var copies = Enumerable.Range(0, input.ImageCount).SelectMany(image => Enumerable.Repeat(image, weights[image])).ToList();
            var repeated = new CocoInput(
                input.LabelSpace,
                copies.Count,
                copies.SelectMany((image, copy) => input.Objects.Where(item => item.Image == image).Select(item => item with { Image = copy })),
                copies.SelectMany((image, copy) => input.Predictions.Where(item => item.Image == image).Select(item => item with { Image = copy })));
            var expected = CocoEvaluator.Evaluate(repeated).Metrics;
            var measured = new WeightedEvaluation(input, new CocoEvaluationOptions()).Measure(weights);
            Assert.All(Enum.GetValues<EvaluationMetric>(), metric => Assert.Equal(expected[metric], measured[(int)metric], 12));
        }

        // Equal scores on different images would stand apart when images are copied.
        static CocoInput WithoutTies(CocoInput input) => new(
            input.LabelSpace, input.ImageCount, input.Objects, input.Predictions.Select((item, index) => item with { Score = item.Score + (index / 1000.0) }));
    }

    [Fact]
    public void TheWholeIsWhatTheEvaluatorMeasures()
    {
        var input = SomeInput.Drawn(1, 60, 0.7);
        var metrics = CocoEvaluator.Evaluate(input).Metrics;
        Assert.All(ImageBootstrap.Intervals([input], Few), item => Assert.Equal(metrics[item.Metric], item.Value, 12));
    }

    [Fact]
    public void TheValueLiesInsideAndTheSameSeedGivesTheSameInterval()
    {
        var input = SomeInput.Drawn(1, 60, 0.7);
        var intervals = ImageBootstrap.Intervals([input], Few);
        var ap50 = intervals.Single(item => item.Metric == EvaluationMetric.Ap50);
        Assert.True(ap50.Interval.Contains(ap50.Value));
        Assert.True(ap50.Interval.HalfWidth is > 0.02 and < 0.3);
        Assert.Equal(intervals, ImageBootstrap.Intervals([input], Few));
        Assert.NotEqual(intervals, ImageBootstrap.Intervals([input], Few with { Seed = new Seed(2) }));
    }

    [Fact]
    public void MoreImagesNarrowTheInterval()
    {
        Assert.True(Width(400) < 0.7 * Width(50));

        static double Width(int images) => ImageBootstrap.Intervals([SomeInput.Drawn(3, images, 0.7)], Few)[1].Interval.HalfWidth;
    }

    [Fact]
    public void TheSameDetectionsNeverDiffer()
    {
        var input = SomeInput.Drawn(1, 60, 0.7);
        Assert.All(ImageBootstrap.Differences([input], [input], Few).Where(item => !double.IsNaN(item.First)), item =>
        {
            Assert.Equal((0.0, new Interval(0, 0)), (item.Difference, item.Interval));
            Assert.Equal(DifferenceVerdict.NotShown, item.Verdict);
        });
    }

    [Fact]
    public void AMuchBetterDetectorIsShownToBeBetter()
    {
        var differences = ImageBootstrap.Differences([SomeInput.Drawn(1, 100, 0.3)], [SomeInput.Drawn(2, 100, 0.95)], Few);
        Assert.Equal(DifferenceVerdict.Better, differences[(int)EvaluationMetric.Ap50].Verdict);
    }

    [Fact]
    public void ChanceIsNotCalledAWin()
    {
        var differences = ImageBootstrap.Differences([SomeInput.Drawn(1, 40, 0.7)], [SomeInput.Drawn(2, 40, 0.7)], Few);
        var ap50 = differences[(int)EvaluationMetric.Ap50];
        Assert.NotEqual(0, ap50.Difference);
        Assert.Equal(DifferenceVerdict.NotShown, ap50.Verdict);
    }

    [Fact]
    public void SeveralRunsAreDrawnTooAndTheirSpreadWidensTheInterval()
    {
        CocoInput[] alike = [SomeInput.Drawn(1, 60, 0.7), SomeInput.Drawn(1, 60, 0.7)];
        CocoInput[] apart = [SomeInput.Drawn(1, 60, 0.3), SomeInput.Drawn(1, 60, 1)];
        Assert.True(ImageBootstrap.Intervals(apart, Few)[1].Interval.HalfWidth > 1.3 * ImageBootstrap.Intervals(alike, Few)[1].Interval.HalfWidth);
    }

    [Fact]
    public void SidesOfOtherImagesOrRunsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => ImageBootstrap.Intervals([]));
        Assert.Throws<ArgumentException>(() => ImageBootstrap.Differences([SomeInput.Drawn(1, 5, 1)], [SomeInput.Drawn(1, 6, 1)], Few));
        Assert.Throws<ArgumentException>(() => ImageBootstrap.Differences([SomeInput.Drawn(1, 5, 1)], [SomeInput.Drawn(1, 5, 1), SomeInput.Drawn(1, 5, 1)], Few));
    }

    [Theory]
    [InlineData(1, 0.95)]
    [InlineData(100, 1)]
    [InlineData(100, double.NaN)]
    public void DrawsThatGiveNoIntervalAreRefused(int replicates, double confidence) => Assert.Throws<LatException>(() =>
        ImageBootstrap.Intervals([SomeInput.Drawn(1, 5, 1)], new BootstrapOptions { Replicates = replicates, Confidence = confidence }));
}
