using Nuke.Common;

namespace Standins.Nuke.Tests;

public sealed class HelpAndPlanTests
{
    [Fact]
    public void HelpListsTargetsWithDependenciesAndParameters()
    {
        var run = Run("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Ran);
        Assert.Contains("Targets (with their direct dependencies):", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"  Compile \(default\) +-> Restore, Generate\r?\n    Makes it", run.Output);
        Assert.Matches("--long-name +A word", run.Output);
        Assert.Matches("--skip +List of targets to be skipped", run.Output);
        Assert.DoesNotContain("Hidden", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--quiet-one", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LongDescriptionsAreWrapped() => Assert.All(Run("--help").Output.Split('\n'), line => Assert.True(line.Length <= 91, line));

    [Fact]
    public void TheSwitchPlanPrintsTheOrderAndRunsNothing()
    {
        var run = Run("Compile", "--plan");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Ran);
        Assert.Matches(@"1\. \w+\r?\n  2\. \w+\r?\n  3\. Compile \(invoked\) <- Restore, Generate", run.Output);
    }

    [Fact]
    public void ATargetNamedPlanIsAnotherThing() => Assert.Equal(["Plan"], Run("plan").Ran);

    [Fact]
    public void BothPlansWorkTogether()
    {
        var run = Run("Plan", "--plan");
        Assert.Empty(run.Ran);
        Assert.Contains("1. Plan (invoked)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLogoCanBeSwitchedOff()
    {
        Assert.Contains("NUKE", Run("Restore").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NUKE", Run("Restore", "--no-logo").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void QuietPrintsNothingOfASuccess() => Assert.Equal(string.Empty, Run("Restore", "--verbosity", "quiet").Output);

    [Fact]
    public void AnAttributeSwitchesPartsOff()
    {
        var output = BuildRun.Of<SilentBuild>(build => build.Work).Output;
        Assert.Equal("Build succeeded.", output.Trim());
    }

    private static BuildRun Run(params string[] arguments) => BuildRun.Of<HelpfulBuild>(build => build.Compile, arguments);

    private sealed class HelpfulBuild : RecordingBuild
    {
        [Parameter("A word of many words, so many of them that the line that describes the parameter cannot possibly hold all.")]
        private readonly string? LongName = null;

        [Parameter(List = false)]
        private readonly string? QuietOne = null;

        public Target Compile => _ => _.Description("Makes it").DependsOn(Restore, Generate).Executes(Note($"{LongName}{QuietOne}"));
        private Target Restore => _ => _.Executes(Note(nameof(Restore)));
        private Target Generate => _ => _.Executes(Note(nameof(Generate)));
        private new Target Plan => _ => _.Executes(Note(nameof(Plan)));
        private Target Hidden => _ => _.Unlisted();
    }

    [DisableDefaultOutput(DefaultOutput.Logo, DefaultOutput.TargetHeader, DefaultOutput.TargetOutcome)]
    private sealed class SilentBuild : RecordingBuild
    {
        public Target Work => _ => _.Executes(Note(nameof(Work)));
    }
}
