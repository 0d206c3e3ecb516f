namespace Lat.Reports.Tests;

public class ComparisonTableTests
{
    [Fact]
    public void ADifferenceHasItsIntervalAndWhatMayBeSaidOfIt()
    {
        var comparison = ResultsComparison.Of(
            [Some.Result("lat", 0.40, 1), Some.Result("lat", 0.50, 2), Some.Result("oracle", 0.6)],
            [Some.Result("lat", 0.421, 1), Some.Result("lat", 0.521, 2), Some.Result("oracle", 0.7)],
            [EvaluationMetric.Ap50, EvaluationMetric.ArLarge]);
        Assert.Equal(
            """
            target  method  metric    first  second  difference  95 % interval  verdict
            ------  ------  --------  -----  ------  ----------  -------------  ------------
            mid     lat     AP50       45.0    47.1        +2.1   +2.1 to +2.1  better*
            mid     lat     AR large      -       -           -              -  no interval
            mid     oracle  AP50       60.0    70.0       +10.0              -  no interval
            mid     oracle  AR large      -       -           -              -  no interval

            """,
            TerminalTable.Render(ComparisonTable.Build(comparison)));
        Assert.Equal(
            "1 better, 0 worse, 0 not shown to differ, 3 without an interval.", ComparisonTable.Summary([.. comparison.Rows.Select(row => row.Verdict)]));
    }

    [Fact]
    public void TwoDetectorsAreComparedByTheirNumbers() => Assert.Contains(
        "AP50     70.0    60.0       -10.0  -15.0 to -5.0  WORSE*",
        TerminalTable.Render(ComparisonTable.Build([new MetricDifference(EvaluationMetric.Ap50, 0.7, 0.6, new Interval(-0.15, -0.05))])),
        StringComparison.Ordinal);
}
