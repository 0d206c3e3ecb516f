namespace Lat.Evaluation.Tests;

public class CalibrationAnalyzerTests
{
    [Fact]
    public void TheErrorIsTheGapBetweenScoreAndPrecision()
    {
        // Of four detections at 0.75 two are right; one at 1.0 is.
        var objects = Enumerable.Range(0, 5).Select(index => SomeInput.Object(20 * index));
        CocoPrediction[] found =
        [
            SomeInput.Found(0, 0.75), SomeInput.Found(20, 0.75), SomeInput.Found(300, 0.75), SomeInput.Found(330, 0.75), SomeInput.Found(40, 1),
        ];
        var calibration = CalibrationAnalyzer.Analyze(SomeInput.Of(objects, found), new CalibrationOptions { Bins = 10 });
        Assert.Equal((5, 10), (calibration.Count, calibration.Bins.Count));
        Assert.Equal(0.25 * 4 / 5, calibration.ExpectedError, 12);
        Assert.Equal(0.25, calibration.MaximumError, 12);
        Assert.Equal((4, 0.75, 0.5), (calibration.Bins[7].Count, calibration.Bins[7].MeanScore, calibration.Bins[7].Precision));
        Assert.Equal((1, 1.0), (calibration.Bins[9].Count, calibration.Bins[9].Precision));
        Assert.True(double.IsNaN(calibration.Bins[0].Precision));
    }

    [Fact]
    public void DetectionsInACrowdAreLeftOut()
    {
        var crowd = SomeInput.Object(0, side: 50) with { IsCrowd = true };
        Assert.Equal(0, CalibrationAnalyzer.Analyze(SomeInput.Of([crowd], [SomeInput.Found(10, 0.9)])).Count);
    }

    [Fact]
    public void ScoresThatAreNoProbabilitiesPromiseNothing()
    {
        var calibration = CalibrationAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0)], [SomeInput.Found(0, 7.5)]));
        Assert.True(double.IsNaN(calibration.ExpectedError));
        Assert.Empty(calibration.Bins);
    }
}
