namespace Lat.Evaluation.Tests;

public class GateJudgeTests
{
    private static readonly GateOptions Gate = new() { Target = new DatasetName("mid"), Method = "lat", Minimum = 45 };

    [Fact]
    public void TheMeanOverSeedsIsJudgedInPoints()
    {
        var verdict = Assert.Single(GateJudge.Judge(Gate, [Some.Result("lat", 0.44, 1), Some.Result("lat", 0.48, 2)]));
        Assert.Equal(GateOutcome.Passed, verdict.Outcome);
        Assert.Equal(46, verdict.Measured, 9);
        Assert.Equal("AP50 of lat on mid: 46.0 reaches the minimum 45.0", verdict.Text);
    }

    [Fact]
    public void AMissedMinimumFails()
    {
        var verdict = Assert.Single(GateJudge.Judge(Gate, [Some.Result("lat", 0.449)]));
        Assert.False(verdict.Passed);
        Assert.Equal("AP50 of lat on mid: 44.9 misses the minimum 45.0", verdict.Text);
    }

    [Theory]
    [InlineData(0.40, 2, GateOutcome.Passed)]
    [InlineData(0.44, 2, GateOutcome.Missed)]
    [InlineData(0.46, -2, GateOutcome.Passed)]
    public void AnotherMethodIsTheLimitWithItsMargin(double other, double margin, GateOutcome outcome)
    {
        var gate = Gate with { Minimum = null, AtLeast = [new GateComparison { Method = "pseudo-label", Margin = margin }] };
        var verdict = Assert.Single(GateJudge.Judge(gate, [Some.Result("lat", 0.45), Some.Result("pseudo-label", other)]));
        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal((100 * other) + margin, verdict.Limit, 9);
    }

    [Fact]
    public void WithoutAResultNothingIsJudged()
    {
        var gate = Gate with { AtLeast = [new GateComparison { Method = "pseudo-label" }] };
        var verdicts = GateJudge.Judge(gate, [Some.Result("lat", 0.5, target: "fine"), Some.Result("baseline", 0.5)]);
        Assert.Equal([GateOutcome.NotJudged, GateOutcome.NotJudged], verdicts.Select(verdict => verdict.Outcome));
    }

    [Fact]
    public void AnAbsentMetricIsNotJudged()
    {
        var verdict = Assert.Single(GateJudge.Judge(Gate with { Metric = EvaluationMetric.ArLarge }, [Some.Result("lat", 0.9)]));
        Assert.Equal(GateOutcome.NotJudged, verdict.Outcome);
    }
}
