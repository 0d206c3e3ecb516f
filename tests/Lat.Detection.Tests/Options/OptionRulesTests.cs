namespace Lat.Detection.Tests;

public class OptionRulesTests
{
    [Fact]
    public void TheDefaultsObeyTheirOwnRules()
    {
        Assert.Empty(new TrainingOptions().Check());
        Assert.Empty(new ProposalOptions().Check());
        Assert.Empty(DetectorOptions.ResNet50Fpn.Proposals.Check());
    }

    [Fact]
    public void BackgroundMustNotReachIntoObjects() =>
        Assert.Equal(
            "is 0.8; expected at most 'positiveIou' (0.7)", Assert.Single(new ProposalOptions { NegativeIou = 0.8 }.Check()).Message);

    [Fact]
    public void StepsBelongToAStepScheduleAndRise()
    {
        Assert.Single(new TrainingOptions { Schedule = ScheduleKind.Step }.Check());
        Assert.Single(new TrainingOptions { Steps = [10] }.Check());
        Assert.Single(new TrainingOptions { Schedule = ScheduleKind.Step, Steps = [10, 10] }.Check());
        Assert.Empty(new TrainingOptions { Schedule = ScheduleKind.Step, Steps = [10, 20] }.Check());
    }

    [Fact]
    public void OptionsAreEqualByContent() => Assert.Equal(
        new DetectorOptions { Anchors = new AnchorOptions { Sizes = [1, 2, 3, 4, 5] } },
        new DetectorOptions { Anchors = new AnchorOptions { Sizes = [1, 2, 3, 4, 5] } });
}
