using Nuke.Common;

namespace Standins.Nuke.Tests;

public sealed class FailureTests
{
    [Fact]
    public void AFailureStopsTheBuildAndIsMinusOne()
    {
        var run = Run("AfterBroken");
        Assert.Equal(-1, run.ExitCode);
        Assert.Empty(run.Ran);
        Assert.Equal(["failed Broken", "finished"], run.Events);
        Assert.Matches("Broken +Failed", run.Output);
        Assert.Matches("AfterBroken +NotRun", run.Output);
        Assert.Contains("InvalidOperationException: it is broken", run.Output, StringComparison.Ordinal);
        Assert.Contains("Build failed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SuccessIsZero()
    {
        var run = Run("Fine");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("Fine +Succeeded +< 1sec", run.Output);
        Assert.Contains("Build succeeded.", run.Output, StringComparison.Ordinal);
        Assert.Equal(["finished"], run.Events);
    }

    [Fact]
    public void ATargetMayProceedAfterFailureAndTheBuildFailsAllTheSame()
    {
        var run = Run("AfterTolerated");
        Assert.Equal(["AfterTolerated"], run.Ran);
        Assert.Equal(-1, run.ExitCode);
    }

    [Fact]
    public void AnAssuredTargetRunsAfterAFailure() => Assert.Equal(["Cleanup"], Run("Broken", "Cleanup").Ran);

    [Fact]
    public void TheBuildMayChooseItsExitCode() => Assert.Equal(7, Run("ExitsWithSeven").ExitCode);

    [Fact]
    public void AConditionThatThrowsIsAFailure()
    {
        var run = Run("BadCondition");
        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("Invocation of condition for BadCondition has thrown an exception", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownTargetListsThoseThatExist()
    {
        var run = Run("Brokn");
        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("Target with name 'Brokn' does not exist. Available targets are:", run.Output, StringComparison.Ordinal);
        Assert.Contains("  - Broken", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Events);
    }

    [Fact]
    public void ARequirementIsAskedBeforeAnythingRuns()
    {
        var run = Run("Fine", "NeedsName");
        Assert.Equal(-1, run.ExitCode);
        Assert.Empty(run.Ran);
        Assert.Contains("Target 'NeedsName' requires member 'Name' to be not null or empty", run.Output, StringComparison.Ordinal);
        Assert.Equal(["NeedsName"], Run("NeedsName", "--name", "x").Ran);
    }

    [Fact]
    public void ARequiredConditionIsQuoted() =>
        Assert.Contains("Target 'NeedsMany' requires '", Run("NeedsMany").Output, StringComparison.Ordinal);

    [Fact]
    public void ARequiredNumberMayBeZero()
    {
        Assert.Contains("requires member 'Count'", Run("NeedsCount").Output, StringComparison.Ordinal);
        Assert.Equal(["NeedsCount"], Run("NeedsCount", "--count", "0").Ran);
    }

    private static BuildRun Run(params string[] arguments) => BuildRun.Of<FailingBuild>(build => build.Fine, arguments);

    private sealed class FailingBuild : RecordingBuild
    {
        [Parameter]
        private readonly string? Name = null;

        [Parameter]
        private readonly int? Count = null;

        public Target Fine => _ => _.Executes(Note(nameof(Fine)));
        private Target Broken => _ => _.Executes(() => throw new InvalidOperationException("it is broken"));
        private Target AfterBroken => _ => _.DependsOn(Broken).Executes(Note(nameof(AfterBroken)));
        private Target Tolerated => _ => _.ProceedAfterFailure().Executes(() => throw new InvalidOperationException("no matter"));
        private Target AfterTolerated => _ => _.DependsOn(Tolerated).Executes(Note(nameof(AfterTolerated)));
        private Target Cleanup => _ => _.After(Broken).AssuredAfterFailure().Executes(Note(nameof(Cleanup)));
        private Target BadCondition => _ => _.OnlyWhenDynamic(() => throw new InvalidOperationException("no")).Executes(Note(nameof(BadCondition)));
        private Target NeedsName => _ => _.Requires(() => Name).Executes(Note(nameof(NeedsName)));
        private Target NeedsCount => _ => _.Requires(() => Count).Executes(Note(nameof(NeedsCount)));
        private Target NeedsMany => _ => _.Requires(() => Count > 1).Executes(Note(nameof(NeedsMany)));

        private Target ExitsWithSeven => _ => _.Executes(() =>
        {
            ExitCode = 7;
            throw new InvalidOperationException("seven");
        });
    }
}
