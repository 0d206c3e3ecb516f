namespace Lat.Reports.Tests;

public sealed class ClassGainTableTests
{
    [Fact]
    public void EveryClassThatOccursShowsWhatARowGainsInIt() => Assert.Equal(
        """
        | class | objects | baseline |   pseudo-label |        lat |      oracle |
        | ----- | ------: | -------: | -------------: | ---------: | ----------: |
        | car   |      12 |     41.0 | ≈ +4.5 ± 9.8 | +9.5 ± 0.0 | +29.5 ± 0.0 |

        """.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal),
        MarkdownTable.Render(ClassGainTable.Build(Some.Measured(), Some.Mid)!).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));

    [Fact]
    public void WithoutABaselineOrStatisticsThereIsNoTable()
    {
        Assert.Null(ClassGainTable.Build(Some.TwoSeeds(), Some.Mid));
        Assert.Null(ClassGainTable.Build(Some.Measured() with { Statistics = [.. Some.Measured().Statistics.Where(row => row.Method != "baseline")] }, Some.Mid));
    }
}
