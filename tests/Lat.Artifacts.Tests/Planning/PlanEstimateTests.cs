namespace Lat.Artifacts.Tests;

public sealed class PlanEstimateTests
{
    [Fact]
    public void StagesThatWaitForNothingShareTheJobs()
    {
        var plan = Plan(Stage("a", 4, 10), Stage("b", 3, 20), Stage("c", 2, 30));
        Assert.Equal(new PlanEstimate(9, 9, 60, 0), PlanEstimate.Of(plan, 1));
        Assert.Equal(new PlanEstimate(9, 5, 60, 0), PlanEstimate.Of(plan, 2));
    }

    [Fact]
    public void AStageBeginsAfterWhatItWaitsFor() =>
        Assert.Equal(7, PlanEstimate.Of(Plan(Stage("a", 4, 0), Stage("b", 3, 0, "a"), Stage("c", 2, 0)), 8).WallSeconds);

    [Fact]
    public void WhatIsReusedCostsNothing() => Assert.Equal(
        new PlanEstimate(3, 3, 7, 0), PlanEstimate.Of(Plan(Stage("a", 4, 1) with { Decision = StageDecision.Reuse }, Stage("b", 3, 7, "a")), 1));

    [Fact]
    public void AStageWithoutAPastCostsWhatTheMedianOfItsKindDid() => Assert.Equal(
        new PlanEstimate(1 + 2 + 9 + 2, 14, 3 + 4 + 5 + 4, 1),
        PlanEstimate.Of(Plan(Stage("import/a", 1, 3), Stage("import/b", 2, 4), Stage("import/c", 9, 5), Stage("import/d", null, null), Stage("train", null, null)), 1));

    [Fact]
    public void AnEstimateNeedsAJob() => Assert.Throws<ArgumentOutOfRangeException>(() => PlanEstimate.Of(Plan(Stage("a", 1, 1)), 0));

    private static PlannedStage Stage(string name, double? seconds, long? bytes, params string[] upstream) =>
        new() { Node = Some.Node(name, upstream), Decision = StageDecision.Run, LastSeconds = seconds, LastBytes = bytes };

    private static RunPlan Plan(params PlannedStage[] stages) => new(Some.Graph(stages.Select(stage => stage.Node)), stages);
}
