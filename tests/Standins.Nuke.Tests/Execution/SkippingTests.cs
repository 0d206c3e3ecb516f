using Nuke.Common;

namespace Standins.Nuke.Tests;

public sealed class SkippingTests
{
    [Fact]
    public void SkipWithoutNamesLeavesOnlyWhatWasAskedFor() => Assert.Equal(["Publish"], Run("Publish", "--skip").Ran);

    [Fact]
    public void SkipWithNamesLeavesTheRest() => Assert.Equal(["Restore", "Publish"], Run("Publish", "--skip", "compile").Ran);

    [Fact]
    public void ADynamicConditionIsAskedWhenItsTurnComes() => Assert.Equal(["Prepare", "NeedsPrepare"], Run("NeedsPrepare").Ran);

    [Fact]
    public void AStaticConditionIsAskedBeforeAnythingRuns()
    {
        var run = Run("NeedsPrepareAtOnce");
        Assert.Equal(["Prepare"], run.Ran);
        Assert.Contains("skipped NeedsPrepareAtOnce", run.Events);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void TheReasonStandsInTheSummary() => Assert.Matches("Never +Skipped +// 1 > 2", Run("Never").Output);

    [Fact]
    public void DependenciesOfASkippedTargetRunUnlessItSaysOtherwise()
    {
        Assert.Equal(["Prepare"], Run("Never").Ran);
        Assert.Empty(Run("NeverNorItsDependencies").Ran);
    }

    [Fact]
    public void ADependencyThatAnotherTargetNeedsRunsAllTheSame() =>
        Assert.Equal(["Prepare", "NeedsPrepare"], Run("NeverNorItsDependencies", "NeedsPrepare").Ran);

    private static BuildRun Run(params string[] arguments) => BuildRun.Of<SkippingBuild>(build => build.Publish, arguments);

    private sealed class SkippingBuild : RecordingBuild
    {
        private bool _isPrepared;

        public Target Publish => _ => _.DependsOn(Compile).Executes(Note(nameof(Publish)));
        private Target Compile => _ => _.DependsOn(Restore).Executes(Note(nameof(Compile)));
        private Target Restore => _ => _.Executes(Note(nameof(Restore)));
        private Target Prepare => _ => _.Executes(Note(nameof(Prepare)), () => _isPrepared = true);
        private Target NeedsPrepare => _ => _.DependsOn(Prepare).OnlyWhenDynamic(() => _isPrepared).Executes(Note(nameof(NeedsPrepare)));
        private Target NeedsPrepareAtOnce => _ => _.DependsOn(Prepare).OnlyWhenStatic(() => _isPrepared).Executes(Note(nameof(NeedsPrepareAtOnce)));
        private Target Never => _ => _.DependsOn(Prepare).OnlyWhenDynamic(() => 1 > 2).Executes(Note(nameof(Never)));

        private Target NeverNorItsDependencies => _ => _
            .DependsOn(Prepare)
            .OnlyWhenStatic(() => 1 > 2)
            .WhenSkipped(DependencyBehavior.Skip)
            .Executes(Note(nameof(NeverNorItsDependencies)));
    }
}
