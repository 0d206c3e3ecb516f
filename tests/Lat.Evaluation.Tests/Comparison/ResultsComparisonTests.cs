namespace Lat.Evaluation.Tests;

public class ResultsComparisonTests
{
    private static readonly MetricName[] Ap50 = [EvaluationMetric.Ap50];

    [Fact]
    public void SeedsThatBothHaveAreComparedPairByPair()
    {
        // The seeds differ much from each other, but each gains the same: paired, the gain is certain.
        var row = Assert.Single(ResultsComparison.Of(
            [Some.Result("lat", 0.30, 1), Some.Result("lat", 0.50, 2), Some.Result("lat", 0.70, 3)],
            [Some.Result("lat", 0.32, 1), Some.Result("lat", 0.521, 2), Some.Result("lat", 0.72, 3), Some.Result("lat", 0.1, 4)],
            Ap50).Rows);
        Assert.Equal(3, row.SharedSeeds);
        Assert.Equal(6.1 / 3, row.Difference, 9);
        Assert.True(row.Interval.Low > 1);
        Assert.Equal(DifferenceVerdict.Better, row.Verdict);
    }

    [Fact]
    public void ADifferenceInsideItsIntervalIsNotShown()
    {
        var row = Assert.Single(ResultsComparison.Of(
            [Some.Result("lat", 0.30, 1), Some.Result("lat", 0.50, 2)], [Some.Result("lat", 0.35, 1), Some.Result("lat", 0.51, 2)], Ap50).Rows);
        Assert.Equal(3, row.Difference, 9);
        Assert.Equal(DifferenceVerdict.NotShown, row.Verdict);
    }

    [Fact]
    public void OneRunWithoutAnIntervalSaysNothing() => Assert.Equal(
        DifferenceVerdict.Unknown,
        Assert.Single(ResultsComparison.Of([Some.Result("lat", 0.3)], [Some.Result("lat", 0.9)], Ap50).Rows).Verdict);

    [Theory]
    [InlineData(0.3, DifferenceVerdict.Better)]
    [InlineData(0.69, DifferenceVerdict.NotShown)]
    public void OneRunEachIsJudgedByTheirIntervalsOverImages(double before, DifferenceVerdict verdict)
    {
        var row = Assert.Single(ResultsComparison.Of([Analysed(before)], [Analysed(0.7)], Ap50).Rows);
        Assert.Equal(verdict, row.Verdict);
        Assert.Equal(5 * Math.Sqrt(2), row.Interval.HalfWidth, 9);
    }

    [Fact]
    public void WhatOnlyOneHasIsNamed()
    {
        var comparison = ResultsComparison.Of([Some.Result("lat", 0.3), Some.Result("oracle", 0.3)], [Some.Result("lat", 0.3), Some.Result("lat", 0.3, target: "fine")], Ap50);
        Assert.Single(comparison.Rows);
        Assert.Equal(["oracle on mid"], comparison.OnlyFirst);
        Assert.Equal(["lat on fine"], comparison.OnlySecond);
    }

    [Fact]
    public void OtherAnnotationsAreTold()
    {
        var (before, after) = (On(1), On(2));
        Assert.Equal([new DatasetName("mid")], ResultsComparison.Of([before], [after], Ap50).OtherAnnotations);
        Assert.Empty(ResultsComparison.Of([before], [before], Ap50).OtherAnnotations);

        static MethodResult On(byte content) => Some.Result("lat", 0.3) with { Inputs = [new InputHash("annotations", ContentHash.Of([content]))] };
    }

    private static MethodResult Analysed(double value)
    {
        var input = SomeInput.Drawn(1, 5, 1);
        var analysis = DetectionAnalyzer.Analyze(input, CocoEvaluator.Evaluate(input));
        return Some.Result("lat", value) with
        {
            Analysis = analysis with { Intervals = [new MetricInterval(EvaluationMetric.Ap50, value, new Interval(value - 0.05, value + 0.05))] },
        };
    }
}
