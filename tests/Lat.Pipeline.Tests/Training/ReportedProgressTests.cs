using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline.Tests;

public class ReportedProgressTests
{
    private static readonly TrainingProgress Step = new(5, 10, [], 0.006, 1, 30, 0, TimeSpan.FromSeconds(3));

    [Fact]
    public void AStepIsSentAsProgress()
    {
        var line = Assert.Single(Sent(Step));

        Assert.Equal((5, 10), (StageProgress.Parse(line)!.Done, StageProgress.Parse(line)!.Total));
        Assert.Null(StageNotice.Parse(line));
    }

    [Fact]
    public void ANoticeIsSentInWordsAndNothingElseWithIt()
    {
        var line = Assert.Single(Sent(Step with { Notice = "The checkpoint a.ckpt is damaged.\nTraining begins anew." }));

        Assert.Equal("The checkpoint a.ckpt is damaged. Training begins anew.", StageNotice.Parse(line));
        Assert.Equal("The checkpoint a.ckpt is damaged. Training begins anew.", ProgressText.Readable(line));
    }

    private static List<string> Sent(TrainingProgress progress)
    {
        var lines = new List<string>();
        new ReportedProgress(lines.Add).Report(progress);
        return lines;
    }
}
