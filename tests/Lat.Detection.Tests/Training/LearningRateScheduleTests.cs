namespace Lat.Detection.Tests;

public class LearningRateScheduleTests
{
    private static readonly TrainingOptions Options = new() { Iterations = 100, BaseLearningRate = 2, WarmupIterations = 10, WarmupFactor = 0.1 };

    [Fact]
    public void WarmupRisesLinearlyToTheRate()
    {
        var schedule = new LearningRateSchedule(Options);
        Assert.Equal([0.2, 1.1, 2, 2], new[] { 0, 5, 10, 99 }.Select(schedule.At), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void StepsMultiply()
    {
        var schedule = new LearningRateSchedule(Options with { Schedule = ScheduleKind.Step, Steps = [60, 80] });
        Assert.Equal([2, 0.2, 0.2, 0.02], new[] { 59, 60, 79, 80 }.Select(schedule.At), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void ACosineEndsNearZero()
    {
        var schedule = new LearningRateSchedule(Options with { Schedule = ScheduleKind.Cosine });
        Assert.Equal(1, schedule.At(50), 1e-9);
        Assert.InRange(schedule.At(99), 0, 0.001);
    }
}
