namespace Lat.Reports.Tests;

public class AnalysisTablesTests
{
    private static readonly CocoInput Input = new(
        new LabelSpace("car", "tram"),
        1,
        [new CocoObject(0, 0, 0, 0, 10, 10, 100), new CocoObject(0, 0, 50, 0, 50, 50, 2500)],
        [new CocoPrediction(0, 0, 0, 0, 10, 10, 0.9)]);

    private static readonly DetectionAnalysis Analysis =
        DetectionAnalyzer.Analyze(Input, CocoEvaluator.Evaluate(Input), bootstrap: new BootstrapOptions { Replicates = 10 });

    [Fact]
    public void ClassesAreShownByIouAndSize() => Assert.Equal(
        """
        class    AP  AP50  AP75  AP small  AP medium  AP large  AR@100  objects  detections
        -----  ----  ----  ----  --------  ---------  --------  ------  -------  ----------
        car    50.5  50.5  50.5     100.0        0.0         -    50.0        2           1
        tram      -     -     -         -          -         -       -        0           0

        """,
        TerminalTable.Render(AnalysisTables.Classes(Analysis)));

    [Fact]
    public void ErrorsAreShownByWhatMendingThemWouldBring() => Assert.Equal(
        """
        error                count  AP50 to gain
        -------------------  -----  ------------
        classification           0           0.0
        localization             0           0.0
        both                     0           0.0
        duplicate                0           0.0
        background               0           0.0
        missed                   1          49.5
        all false positives      -           0.0
        all false negatives      -          49.5

        """,
        TerminalTable.Render(AnalysisTables.Errors(Analysis.Tide)));

    [Fact]
    public void IntervalsOfOneImageAreItsOwnNumber() =>
        Assert.Contains("AP50        50.5   50.5   50.5", TerminalTable.Render(AnalysisTables.Intervals(Analysis)), StringComparison.Ordinal);
}
