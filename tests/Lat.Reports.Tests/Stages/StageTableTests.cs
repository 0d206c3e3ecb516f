namespace Lat.Reports.Tests;

public class StageTableTests
{
    [Fact]
    public void ReusedStagesSayThatTheyDidNotRun()
    {
        var stages = Some.Whole().Stages;
        Assert.Equal("2 stages: 1 ran in 61.2 s, 1 reused", StageTable.Summary(stages));
        Assert.Equal(["ran", "reused"], StageTable.Build(stages).Rows.Select(row => row[1].Text));
    }
}
