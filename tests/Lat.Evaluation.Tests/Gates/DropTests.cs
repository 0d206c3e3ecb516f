namespace Lat.Evaluation.Tests;

public class DropTests
{
    private static readonly GateOptions Gate = new() { Target = new DatasetName("mid"), Method = "lat", MaximumDrop = 1 };

    [Theory]
    [InlineData(0.47, GateMode.Any, GateOutcome.Passed)]
    [InlineData(0.46, GateMode.Any, GateOutcome.Passed)]
    [InlineData(0.45, GateMode.Any, GateOutcome.Passed)]
    [InlineData(0.449, GateMode.Any, GateOutcome.Missed)]
    [InlineData(0.449, GateMode.Significant, GateOutcome.Passed)]
    [InlineData(0.42, GateMode.Significant, GateOutcome.Missed)]
    public void OnlyADropThatTheModeMindsFails(double value, GateMode mode, GateOutcome outcome) =>
        Assert.Equal(outcome, Judge(Gate with { Mode = mode }, Baseline(46, new Interval(44, 48)), Some.Result("lat", value)).Outcome);

    [Fact]
    public void TheVerdictSaysWhatWasHeldAgainstWhat()
    {
        var verdict = Judge(Gate, Baseline(46, new Interval(44, 48)), Some.Result("lat", 0.42));
        Assert.Equal("AP50 of lat on mid: 42.0 is 4.0 [2.0, 6.0] worse than the baseline 46.0, 1.0 allowed; more than chance", verdict.Text);
        Assert.Equal("AP50 of lat on mid, drop", verdict.Name);
        Assert.Equal((42.0, 45.0), (verdict.Measured, verdict.Limit));
    }

    [Fact]
    public void TheSameNumberIsSaidToBeTheBaseline() =>
        Assert.EndsWith(": 46.0 is the baseline", Judge(Gate, Baseline(46, new Interval(44, 48)), Some.Result("lat", 0.46)).Text, StringComparison.Ordinal);

    [Fact]
    public void TheSpreadOfBothSidesCounts()
    {
        // Three seeds: mean 42, half width 4.303 * 2 / sqrt(3) = 4.97; with the baseline's 2 that is 5.4, more than the drop of 4.
        var verdict = Judge(Gate, Baseline(46, new Interval(44, 48)), Some.Result("lat", 0.40, 1), Some.Result("lat", 0.42, 2), Some.Result("lat", 0.44, 3));
        Assert.Equal(GateOutcome.Passed, verdict.Outcome);
        Assert.EndsWith("it may be chance", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnyIntervalSignificanceCannotBeJudged()
    {
        var verdict = Judge(Gate, Baseline(46, Interval.Unknown), Some.Result("lat", 0.42));
        Assert.Equal(GateOutcome.NotJudged, verdict.Outcome);
        Assert.Contains("mode: any", verdict.Text, StringComparison.Ordinal);
        Assert.Equal(GateOutcome.Passed, Judge(Gate, Baseline(46, Interval.Unknown), Some.Result("lat", 0.455)).Outcome);
    }

    [Fact]
    public void OfErrorsARiseIsTheDrop()
    {
        var input = SomeInput.Drawn(1, 20, 0.5);
        var result = Some.Result("lat", 0.5) with { Analysis = DetectionAnalyzer.Analyze(input, CocoEvaluator.Evaluate(input)) };
        var missed = 100 * result.Analysis.Tide[TideErrorKind.Missed].DeltaAp;
        var gate = Gate with { Metric = new MetricName("tide/missed"), Mode = GateMode.Any };
        Assert.Equal(GateOutcome.Missed, Judge(gate, Baseline(missed - 2, Interval.Unknown, gate.Metric), result).Outcome);
        Assert.Equal(GateOutcome.Passed, Judge(gate, Baseline(missed + 2, Interval.Unknown, gate.Metric), result).Outcome);
    }

    [Fact]
    public void WithoutABaselineOrItsEntryOrAResultNothingIsJudged()
    {
        Assert.Contains("there is no baseline", NotJudged(Gate, null, Some.Result("lat", 0.5)), StringComparison.Ordinal);
        Assert.Contains("does not hold it", NotJudged(Gate, Baseline(46, Interval.Unknown, EvaluationMetric.Ap), Some.Result("lat", 0.5)), StringComparison.Ordinal);
        Assert.Contains("no result", NotJudged(Gate, Baseline(46, Interval.Unknown), Some.Result("baseline", 0.5)), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherAnnotationsCannotBeCompared()
    {
        var baseline = Baseline(46, Interval.Unknown, annotations: ContentHash.Of([1]));
        var result = Some.Result("lat", 0.5) with { Inputs = [new InputHash("annotations", ContentHash.Of([2]))] };
        Assert.Contains("other annotations", NotJudged(Gate, baseline, result), StringComparison.Ordinal);
        Assert.Equal(GateOutcome.Passed, Judge(Gate, baseline, result with { Inputs = [new InputHash("annotations", ContentHash.Of([1]))] }).Outcome);
    }

    [Fact]
    public void ABaselineOfTheSameRunIsAlwaysReached()
    {
        MethodResult[] results = [Some.Result("lat", 0.5), Some.Result("lat", 0.51, 2)];
        var gate = Gate with { MaximumDrop = 0 };
        var baseline = GateBaseline.Of("quickstart", ContentHash.Of([1]), [new BaselineFact("b", "2"), new BaselineFact("a", "1")], [gate, gate], results);
        Assert.Equal(["a", "b"], baseline.Provenance.Select(fact => fact.Name));
        Assert.Equal([new Seed(1), new Seed(2)], Assert.Single(baseline.Entries).Seeds);
        Assert.Equal(GateOutcome.Passed, Judge(gate, baseline, results).Outcome);
    }

    [Fact]
    public void ABaselineWithoutAResultOrAGateIsRefused()
    {
        var fault = Assert.Throws<LatException>(() => GateBaseline.Of("q", ContentHash.Of([1]), [], [Gate, Gate with { Method = "oracle" }], [Some.Result("lat", 0.5)]));
        Assert.Equal("The baseline of 'q' is as it was: there is no result for AP50 of oracle on mid. Correct the gate, or the experiment.", fault.Message);
        Assert.Throws<LatException>(() => GateBaseline.Of("q", ContentHash.Of([1]), [], [], []));
    }

    [Fact]
    public void AMissIsWorseThanNoJudgement()
    {
        var (passed, missed, notJudged) = (Verdict(GateOutcome.Passed), Verdict(GateOutcome.Missed), Verdict(GateOutcome.NotJudged));
        Assert.Equal(0, GateVerdict.ExitCode([passed]));
        Assert.Equal(1, GateVerdict.ExitCode([passed, notJudged, missed]));
        Assert.Equal(2, GateVerdict.ExitCode([passed, notJudged]));

        static GateVerdict Verdict(GateOutcome outcome) => new(outcome, 1, 1, "");
    }

    [Fact]
    public void AMaximumHoldsErrorsDown()
    {
        var gate = new GateOptions { Target = new DatasetName("mid"), Method = "lat", Maximum = 40 };
        Assert.Equal("AP50 of lat on mid: 42.0 misses the maximum 40.0", Judge(gate, null, Some.Result("lat", 0.42)).Text);
    }

    private static string NotJudged(GateOptions gate, GateBaseline? baseline, MethodResult result)
    {
        var verdict = Judge(gate, baseline, result);
        Assert.Equal(GateOutcome.NotJudged, verdict.Outcome);
        return verdict.Text;
    }

    private static GateVerdict Judge(GateOptions gate, GateBaseline? baseline, params MethodResult[] results) =>
        Assert.Single(GateJudge.Judge(gate, results, baseline));

    private static GateBaseline Baseline(double points, Interval interval, MetricName? metric = null, ContentHash? annotations = null) => new(
        1, "quickstart", ContentHash.Of([1]), [], [new BaselineEntry(metric ?? EvaluationMetric.Ap50, new DatasetName("mid"), "lat", points, interval, [new Seed(1)], annotations)]);
}
