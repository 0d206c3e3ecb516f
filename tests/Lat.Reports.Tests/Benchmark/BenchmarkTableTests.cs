namespace Lat.Reports.Tests;

public class BenchmarkTableTests
{
    [Fact]
    public void MeanSpreadAndDifferenceStandTogetherAndTheClearBestIsBold() => Assert.Equal(
        """
        | method       |              mid AP50 |
        | ------------ | --------------------: |
        | baseline     |            41.0 ± 1.4 |
        | pseudo-label |     45.5 ± 0.7 (+4.5) |
        | lat          | **50.5 ± 0.7 (+9.5)** |
        | oracle       |    70.5 ± 0.7 (+29.5) |

        """,
        MarkdownTable.Render(BenchmarkTable.Build(Some.TwoSeeds(), EvaluationMetric.Ap50)));

    [Fact]
    public void ABestInsideTheSpreadIsNotBold() =>
        Assert.DoesNotContain(Cells(Some.TwoSeeds(lat: 0.455)), cell => cell.IsBold);

    [Fact]
    public void OneSeedMakesNothingBoldAndShowsNoSpread()
    {
        var results = Some.TwoSeeds() with { Results = [Some.Result("baseline", 0.4), Some.Result("lat", 0.9)] };
        Assert.Equal(
            ["40.0", "-", "90.0 (+50.0)", "-"], BenchmarkTable.Build(results, EvaluationMetric.Ap50).Rows.Select(row => row[1].Text));
        Assert.DoesNotContain(Cells(results), cell => cell.IsBold);
    }

    [Fact]
    public void SeveralTargetsHaveTheirMeanOverSeedsThatHaveAll()
    {
        var results = new ExperimentResults("streets", [Some.Mid, Some.Fine], ["lat"],
        [
            Some.Result("lat", 0.4, 1), Some.Result("lat", 0.6, 1, "fine"), Some.Result("lat", 0.9, 2),
        ]);
        var table = BenchmarkTable.Build(results, EvaluationMetric.Ap50);
        Assert.Equal(["method", "mid AP50", "fine AP50", "mean AP50"], table.Columns.Select(column => column.Head));
        Assert.Equal("50.0", table.Rows[0][3].Text);
    }

    [Fact]
    public void ADifferenceInsideItsIntervalIsMarkedAndNeverAWin() => Assert.Equal(
        """
        | method       |                  mid AP50 |
        | ------------ | ------------------------: |
        | baseline     |                41.0 ± 1.4 |
        | pseudo-label | 45.5 ± 0.7 (≈ +4.5 ± 9.8) |
        | lat          |   50.5 ± 0.7 (+9.5 ± 0.0) |
        | oracle       |  70.5 ± 0.7 (+29.5 ± 0.0) |

        """,
        MarkdownTable.Render(BenchmarkTable.Build(Some.Measured(), EvaluationMetric.Ap50)));

    [Fact]
    public void TheBestStandsOutOnlyWhereItsLeadOverTheNextIsMoreThanChance()
    {
        Assert.DoesNotContain(Cells(Some.Measured(pseudoLabelError: 0.05)), cell => cell.IsBold);
        Assert.Equal("lat", BenchmarkTable.Build(Some.Measured(pseudoLabelError: 0.001), EvaluationMetric.Ap50).Rows.Single(row => row[1].IsBold)[0].Text);
    }

    [Fact]
    public void TheMeanOverTargetsHasTheErrorsOfAllOfThem()
    {
        var one = Some.Measured(pseudoLabelError: 0.04);
        var two = one with
        {
            Targets = [Some.Mid, Some.Fine],
            Results = [.. one.Results, .. one.Results.Select(result => result with { Target = Some.Fine })],
            Statistics = [.. one.Statistics, .. one.Statistics.Select(row => row with { Target = Some.Fine })],
        };
        var cell = BenchmarkTable.Build(two, EvaluationMetric.Ap50).Rows[1][3].Text;
        Assert.Equal("45.5 ± 0.7 (≈ +4.5 ± 5.6)", cell); // 1.96 · 4 points / √2, and the seeds' 0.7 / √2 with it
    }

    private static IEnumerable<ReportCell> Cells(ExperimentResults results) =>
        BenchmarkTable.Build(results, EvaluationMetric.Ap50).Rows.SelectMany(row => row);
}
