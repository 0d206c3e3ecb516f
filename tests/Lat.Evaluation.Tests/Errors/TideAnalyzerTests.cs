namespace Lat.Evaluation.Tests;

public class TideAnalyzerTests
{
    [Fact]
    public void PerfectDetectionsLeaveNothingToGain()
    {
        var tide = TideAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0), SomeInput.Object(50, 1)], [SomeInput.Found(0, 0.9), SomeInput.Found(50, 0.8, 1)]));
        Assert.Equal(1, tide.Ap, 12);
        Assert.All(tide.Errors, error => Assert.Equal((0, 0.0), (error.Count, error.DeltaAp)));
        Assert.Equal((0.0, 0.0), (tide.FalsePositiveDeltaAp, tide.FalseNegativeDeltaAp));
    }

    [Theory]
    [InlineData(4.0, 0, TideErrorKind.Localization)] // 60 of 140 shared: IoU 0.43
    [InlineData(1.0, 1, TideErrorKind.Classification)]
    [InlineData(5.0, 1, TideErrorKind.Both)]
    [InlineData(40.0, 0, TideErrorKind.Background)]
    public void AnErrorIsOfOneKindAndItsOracleMendsIt(double x, int classIndex, TideErrorKind kind)
    {
        var input = SomeInput.Of([SomeInput.Object(0)], [SomeInput.Found(x, 0.9, classIndex)]);
        var tide = TideAnalyzer.Analyze(input);
        Assert.Equal(0, tide.Ap);
        Assert.Equal(1, tide[kind].Count);
        Assert.Equal(1, tide.Errors.Where(error => error.Kind != TideErrorKind.Missed).Sum(error => error.Count));

        // Only a detection that can become right raises AP here; removing one leaves the object unfound.
        var isMended = kind is TideErrorKind.Localization or TideErrorKind.Classification;
        Assert.Equal(isMended ? 1 : 0, tide[kind].DeltaAp, 12);
        Assert.Equal(isMended ? 0 : 1, tide[TideErrorKind.Missed].Count);
    }

    [Fact]
    public void ASecondDetectionOfAFoundObjectIsADuplicate()
    {
        var tide = TideAnalyzer.Analyze(SomeInput.Of(
            [SomeInput.Object(0), SomeInput.Object(50)], [SomeInput.Found(0, 0.9), SomeInput.Found(1, 0.8), SomeInput.Found(50, 0.7)]));
        Assert.Equal(1, tide[TideErrorKind.Duplicate].Count);

        // Precision 1 to recall 1/2, then 2/3: the duplicate costs a third of half the curve.
        Assert.Equal(((51 * 1.0) + (50 * 2.0 / 3)) / 101, tide.Ap, 12);
        Assert.Equal(1 - tide.Ap, tide[TideErrorKind.Duplicate].DeltaAp, 12);
        Assert.Equal(1 - tide.Ap, tide.FalsePositiveDeltaAp, 12);
    }

    [Fact]
    public void AMissedObjectCostsTheRecallThatItWouldBring()
    {
        var tide = TideAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0), SomeInput.Object(50)], [SomeInput.Found(0, 0.9)]));
        Assert.Equal(1, tide[TideErrorKind.Missed].Count);
        Assert.Equal(51.0 / 101, tide.Ap, 12);
        Assert.Equal(1 - tide.Ap, tide[TideErrorKind.Missed].DeltaAp, 12);
        Assert.Equal(1 - tide.Ap, tide.FalseNegativeDeltaAp, 12);
    }

    [Fact]
    public void OfTwoErrorsAboutOneObjectOnlyTheBetterBecomesRight()
    {
        var tide = TideAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0)], [SomeInput.Found(4, 0.9), SomeInput.Found(-4, 0.8)]));
        Assert.Equal(2, tide[TideErrorKind.Localization].Count);
        Assert.Equal(1, tide[TideErrorKind.Localization].DeltaAp, 12);
    }

    [Fact]
    public void AMendedErrorOfAFoundObjectIsRemoved()
    {
        // The bus detection lies on the car that is found already: an oracle would make it a duplicate, so it goes.
        var tide = TideAnalyzer.Analyze(SomeInput.Of(
            [SomeInput.Object(0), SomeInput.Object(50, 1)], [SomeInput.Found(0, 0.5), SomeInput.Found(0, 0.9, 1), SomeInput.Found(50, 0.8, 1)]));
        Assert.Equal(1, tide[TideErrorKind.Classification].Count);
        Assert.Equal(0.75, tide.Ap, 12);
        Assert.Equal(0.25, tide[TideErrorKind.Classification].DeltaAp, 12);
    }

    [Fact]
    public void CrowdsAreNeitherMissedNorMistaken()
    {
        var crowd = SomeInput.Object(50, side: 30) with { IsCrowd = true };
        var tide = TideAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0), crowd], [SomeInput.Found(0, 0.9), SomeInput.Found(55, 0.95)]));
        Assert.Equal(1, tide.Ap, 12);
        Assert.All(tide.Errors, error => Assert.Equal(0, error.Count));
    }

    [Fact]
    public void ApIsTheAp50OfTheEvaluatorAndNoOracleLowersIt()
    {
        for (ulong seed = 0; seed < 60; seed++)
        {
            var input = RandomInput.Create(seed);
            var tide = TideAnalyzer.Analyze(input);
            Assert.Equal(CocoEvaluator.Evaluate(input).Metrics.Ap50, tide.Ap, 12);
            Assert.All(tide.Errors, error => Assert.True(double.IsNaN(tide.Ap) || error.DeltaAp >= -1e-12, $"seed {seed}: {error}"));
            Assert.Equal(Enum.GetValues<TideErrorKind>(), tide.Errors.Select(error => error.Kind));
        }
    }
}
