using Nuke.Common;

namespace Standins.Nuke.Tests;

/// <summary>What build/ adds because Nuke ignores it: misspelt parameters, and repeated ones.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void AMisspeltParameterIsRefusedWithAllThatExist()
    {
        var failure = Assert.Throws<TargetFailure>(() => UnknownParameters.Refuse(["Show", "--experimnt", "x", "--plan", "--set", "a=-1", "-x"], typeof(SomeBuild)));
        Assert.Contains("Unknown parameter: --experimnt, -x.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--experiment", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KnownParametersPassInEverySpelling() =>
        UnknownParameters.Refuse(["--experiment", "x", "--SET", "--no-logo", "--nologo", "--root", "/", "--skip", "--target", "--help"], typeof(SomeBuild));

    [Fact]
    public void ARepeatedParameterKeepsAllItsValuesInOrder() =>
        Assert.Equal(["a=1", "b=2", "c=3"], RepeatedParameter.ValuesOf(["Show", "--set", "a=1", "--experiment", "x", "--Set", "b=2", "c=3"], "Set", otherwise: ["z"]));

    [Fact]
    public void WhereTheCommandLineHasNoneTheOtherValuesCount() =>
        Assert.Equal(["z"], RepeatedParameter.ValuesOf(["Show", "--experiment", "x"], "Set", otherwise: ["z"]));

    private sealed class SomeBuild : RecordingBuild
    {
        [Parameter] private readonly string? Experiment = null;
        [Parameter] private readonly string[] Set = [];

        public Target Show => _ => _.Executes(Note($"{Experiment}{Set.Length}"));
    }
}
