namespace Lat.Pipeline.Tests;

public class ProgressTextTests
{
    private const string Long = "iteration 340/900  loss 1.250 (class 0.750, box 0.500)  rate 0.006  31.3 images/s  data wait 0.4%  1.5 GiB  0:54 left";

    [Fact]
    public void EverythingThatIsKnownIsSaid() => Assert.Equal(Long, ProgressText.Readable(StageProgressTests.Whole.ToLine()));

    [Fact]
    public void ANoticeIsReadWithoutItsMark() =>
        Assert.Equal("The checkpoint is damaged.", ProgressText.Readable(StageNotice.ToLine("The checkpoint is damaged.")));

    [Fact]
    public void WhatIsUnknownIsLeftOut() =>
        Assert.Equal("image 3/40", ProgressText.Format(new StageProgress { Done = 3, Total = 40, Unit = "image" }));

    [Fact]
    public void SkippedStepsAreSaidAndADoneStageHasNoTimeLeft()
    {
        var done = StageProgressTests.Whole with { Done = 900, SkippedSteps = 3, RemainingSeconds = 0 };
        Assert.EndsWith("1.5 GiB  3 bad steps skipped", ProgressText.Format(done), StringComparison.Ordinal);
    }

    [Fact]
    public void InANarrowTerminalTheSingleLossesGoFirstAndThenTheEnd()
    {
        Assert.Equal($"detector/mid  {Long}", ProgressText.Fit("detector/mid", StageProgressTests.Whole, 200));
        Assert.Equal(
            "detector/mid  iteration 340/900  loss 1.250  rate 0.006  31.3 images/s  data wait 0.4%  1.5 GiB  0:54 left",
            ProgressText.Fit("detector/mid", StageProgressTests.Whole, 110));
        Assert.Equal("detector/mid  iteration 340/9…", ProgressText.Fit("detector/mid", StageProgressTests.Whole, 30));
    }

    [Theory]
    [InlineData(0.4, "0:00")]
    [InlineData(54, "0:54")]
    [InlineData(723, "12:03")]
    [InlineData(11232, "3:07:12")]
    [InlineData(360000, "100:00:00")]
    public void ATimeReadsAsPeopleWriteIt(double seconds, string text) => Assert.Equal(text, ProgressText.Duration(seconds));
}
