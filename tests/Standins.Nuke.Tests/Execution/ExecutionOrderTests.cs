using Nuke.Common;

namespace Standins.Nuke.Tests;

public sealed class ExecutionOrderTests
{
    [Fact]
    public void DependenciesRunFirstAndOnce() =>
        Assert.Equal(["Restore", "Compile", "Test", "Pack", "Publish"], Run("Publish").Ran);

    [Fact]
    public void OnlyWhatIsNeededRuns() => Assert.Equal(["Restore", "Compile"], Run("Compile").Ran);

    [Fact]
    public void TheDefaultTargetRunsWhereNoneIsNamed() => Assert.Equal(["Restore", "Compile"], Run().Ran);

    [Fact]
    public void BeforeAndAfterOrderButDoNotSchedule()
    {
        Assert.Equal(["Clean", "Restore"], Run("Restore", "Clean").Ran);
        Assert.Equal(["Clean"], Run("Clean").Ran);
    }

    [Fact]
    public void ATriggeredTargetRunsAfterItsTrigger() => Assert.Equal(["Build", "Announce", "Celebrate"], Run("Build").Ran);

    [Fact]
    public void DependentForIsDependsOnTurnedAround() => Assert.Equal(["Early", "Late"], Run("Late").Ran);

    [Fact]
    public void TargetsAreNamedInAnyCaseWithDashesAndJoinedByPlus()
    {
        Assert.Equal(["Restore", "Compile"], Run("compile").Ran);
        Assert.Equal(["KebabCase"], Run("kebab-case").Ran);
        Assert.Equal(["Clean", "Restore"], Run("clean+restore").Ran);
        Assert.Equal(["Clean"], Run("--target", "Clean").Ran);
    }

    [Fact]
    public void ActionsOfOneTargetRunInOrderAndTasksAreAwaited() => Assert.Equal(["first", "second", "awaited", "counted"], Run("Several").Ran);

    [Fact]
    public void AnInheritedDefinitionIsPartOfTheTarget() => Assert.Equal(["Restore", "first", "second", "awaited", "counted", "own"], Run("Heir").Ran);

    [Fact]
    public void ACycleIsNamed()
    {
        var run = BuildRun.Of<CyclicBuild>(build => build.One);
        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("Circular dependencies between targets: ", run.Output, StringComparison.Ordinal);
        Assert.Matches("One -> Two -> One|Two -> One -> Two", run.Output);
    }

    private static BuildRun Run(params string[] arguments) => BuildRun.Of<OrderedBuild>(build => build.Compile, arguments);

    private sealed class OrderedBuild : RecordingBuild
    {
        public Target Publish => _ => _.DependsOn(Pack, Test).Executes(Note(nameof(Publish)));
        public Target Pack => _ => _.DependsOn(Compile).After(Test).Executes(Note(nameof(Pack)));
        public Target Test => _ => _.DependsOn(Compile).Executes(Note(nameof(Test)));
        public Target Compile => _ => _.DependsOn(Restore).Executes(Note(nameof(Compile)));
        private Target Clean => _ => _.Before(Restore).Executes(Note(nameof(Clean)));
        private Target Restore => _ => _.Executes(Note(nameof(Restore)));
        private Target KebabCase => _ => _.Executes(Note(nameof(KebabCase)));
        private Target Build => _ => _.Triggers(Announce).Executes(Note(nameof(Build)));
        private Target Announce => _ => _.Executes(Note(nameof(Announce)));
        private Target Celebrate => _ => _.TriggeredBy(Announce).Executes(Note(nameof(Celebrate)));
        private Target Early => _ => _.DependentFor(Late).Executes(Note(nameof(Early)));
        private Target Late => _ => _.Executes(Note(nameof(Late)));
        private Target Heir => _ => _.DependsOn(Restore).Inherit(Several).Executes(Note("own"));

        private Target Several => _ => _
            .Executes(Note("first"), Note("second"))
            .Executes(async () =>
            {
                await Task.Yield();
                Ran.Add("awaited");
            })
            .Executes(() =>
            {
                Ran.Add("counted");
                return Ran.Count;
            });
    }

    private sealed class CyclicBuild : RecordingBuild
    {
        public Target One => _ => _.DependsOn(Two);
        private Target Two => _ => _.DependsOn(One);
    }
}
