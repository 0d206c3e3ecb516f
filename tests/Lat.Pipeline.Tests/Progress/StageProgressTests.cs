using Lat.Detection;

namespace Lat.Pipeline.Tests;

public class StageProgressTests
{
    internal static StageProgress Whole { get; } = new()
    {
        Done = 340,
        Total = 900,
        Losses = [new NamedLoss("class", 0.75), new NamedLoss("box", 0.5)],
        LearningRate = 0.006,
        ImagesPerSecond = 31.26,
        DataWaitShare = 0.004,
        MemoryBytes = 3L << 29,
        RemainingSeconds = 54,
    };

    [Fact]
    public void WhatAWorkerSendsIsWhatTheFrontDoorReads()
    {
        var line = Whole.ToLine();
        Assert.DoesNotContain('\n', line);
        var read = StageProgress.Parse(line)!;
        Assert.Equal(Whole.Losses, read.Losses);
        Assert.Equal(Whole with { Losses = [] }, read with { Losses = [] });
    }

    [Theory]
    [InlineData("12 of 40 images")]
    [InlineData("@progress {\"done\":1")]
    [InlineData("@progress ")]
    [InlineData("@progress {\"done\":1}")]
    public void ALineForPeopleStaysOne(string line)
    {
        Assert.Null(StageProgress.Parse(line));
        Assert.Equal(line, ProgressText.Readable(line));
    }

    [Fact]
    public void ATrainingTellsAllOfIt()
    {
        var training = new TrainingProgress(20, 900, [new NamedLoss("box", 1)], 0.01, 3, 16, 0.02, TimeSpan.FromSeconds(90)) { MemoryBytes = 5, SkippedSteps = 2 };
        var progress = StageProgress.Of(training);
        Assert.Equal((20, 900, "iteration", 0.01, 16.0, 0.02), (progress.Done, progress.Total, progress.Unit, progress.LearningRate, progress.ImagesPerSecond, progress.DataWaitShare));
        Assert.Equal((90.0, 5L, 2), (progress.RemainingSeconds, progress.MemoryBytes, progress.SkippedSteps));
    }
}
