using Nuke.Common;
using Nuke.Common.IO;

namespace Standins.Nuke.Tests;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("Text=a b", "--text", "a b")]
    [InlineData("Text=x", "-Text", "x")]
    [InlineData("Text=last", "--text", "first", "--text", "last")]
    [InlineData("Number=7", "--number", "007", "--number-two", "1")]
    [InlineData("NumberTwo=1", "--number", "007", "--number-two", "1")]
    public void ValuesAreRead(string expected, params string[] arguments) => Assert.Contains(expected, Values(arguments));

    [Fact]
    public void AFlagNeedsNoValue()
    {
        Assert.Contains("Flag=True", Values("--flag"));
        Assert.Contains("Flag=False", Values("--flag", "false"));
        Assert.Contains("Flag=False", Values());
    }

    [Fact]
    public void NamesAreKebabCaseInAnyCase()
    {
        Assert.Contains("LongName=x", Values("--long-name", "x"));
        Assert.Contains("LongName=x", Values("--LongName", "x"));
        Assert.Contains("Renamed=x", Values("--other-name", "x"));
    }

    [Fact]
    public void NumbersAreInvariant() => Assert.Contains("Real=0.5", Values("--real", "0.5"));

    [Fact]
    public void ANullableIsNullUntilItIsGiven()
    {
        Assert.Contains("Maybe=", Values());
        Assert.Contains("Maybe=3", Values("--maybe", "3"));
    }

    [Fact]
    public void AnEnumIsReadInAnyCase() => Assert.Contains("Day=Friday", Values("--day", "friday"));

    [Fact]
    public void AListTakesSeveralWordsOrOneSplitBySeparator()
    {
        Assert.Contains("Items=a|b|c", Values("--items", "a", "b", "c"));
        Assert.Contains("Split=1|2|3", Values("--split", "1,2,3"));
        Assert.Contains("Items=", Values("--items"));
    }

    [Fact]
    public void APathIsRootedInTheWorkingFolder() => Assert.Contains(Values("--path", "a/../b"), value => value.StartsWith("Path=/", StringComparison.Ordinal) && value.EndsWith("/b", StringComparison.Ordinal));

    [Fact]
    public void AnEnvironmentVariableCountsWithAndWithoutPrefixAndLosesToTheCommandLine()
    {
        Assert.Contains("LongName=x", ValuesFrom(new() { ["LONG_NAME"] = "x" }, null));
        Assert.Contains("LongName=x", ValuesFrom(new() { ["NUKE_LONG_NAME"] = "x" }, null));
        Assert.Contains("LongName=y", ValuesFrom(new() { ["LONG_NAME"] = "x" }, null, "--long-name", "y"));
        Assert.Contains("Split=1|2", ValuesFrom(new() { ["Split"] = "1,2" }, null));
    }

    [Fact]
    public void TheParametersFileComesLast()
    {
        const string json = """{ "$schema": "./build.schema.json", "LongName": "file", "Items": ["a", "b"], "Flag": true, "Number": 4, "Path": "sub" }""";
        var values = ValuesFrom(new() { ["LONG_NAME"] = "variable" }, json);
        Assert.Contains("LongName=variable", values);
        Assert.Contains("Items=a|b", values);
        Assert.Contains("Flag=True", values);
        Assert.Contains("Number=4", values);
        Assert.Contains(values, value => value.EndsWith("/sub", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--number: the value 'many' could not be converted to 'Int32'.", "--number", "many")]
    [InlineData("--day: the value 'Noday' could not be converted to 'DayOfWeek'. It is one of Sunday, Monday", "--day", "Noday")]
    [InlineData("--text takes one value, but got 2: a Show. Targets come before parameters.", "--text", "a", "Show")]
    public void ABadValueIsAnErrorThatQuotesIt(string expected, params string[] arguments)
    {
        var run = BuildRun.Of<ParameterBuild>(build => build.Show, arguments);
        Assert.Equal(-1, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Ran);
    }

    [Fact]
    public void ABrokenParametersFileIsNamed()
    {
        var run = BuildRun.Of<ParameterBuild>(build => build.Show, [], "{ oops");
        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("parameters.json is not valid JSON", run.Output, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Values(params string[] arguments) => ValuesFrom([], null, arguments);

    private static IReadOnlyList<string> ValuesFrom(Dictionary<string, string> variables, string? json, params string[] arguments)
    {
        var run = BuildRun.Of<ParameterBuild>(build => build.Show, variables, json, arguments);
        Assert.Equal(0, run.ExitCode);
        return run.Ran;
    }

    private sealed class ParameterBuild : RecordingBuild
    {
        [Parameter] private readonly string? Text = null;
        [Parameter] private readonly int Number = -1;
        [Parameter] private readonly int NumberTwo = 2;
        [Parameter] private readonly bool Flag = false;
        [Parameter] private readonly double Real = 0;
        [Parameter] private readonly int? Maybe = null;
        [Parameter] private readonly DayOfWeek Day = DayOfWeek.Monday;
        [Parameter] private readonly string[] Items = [];
        [Parameter(Separator = ",")] private readonly int[] Split = [];
        [Parameter] private readonly AbsolutePath? Path = null;
        [Parameter] private string? LongName { get; }
        [Parameter(Name = "OtherName")] private readonly string? Renamed = null;

        public Target Show => _ => _.Executes(() => Ran.AddRange(
        [
            $"Text={Text}", $"Number={Number}", $"NumberTwo={NumberTwo}", $"Flag={Flag}", FormattableString.Invariant($"Real={Real}"), $"Maybe={Maybe}",
            $"Day={Day}", $"Items={string.Join('|', Items)}", $"Split={string.Join('|', Split)}", $"Path={Path}", $"LongName={LongName}", $"Renamed={Renamed}",
        ]));
    }
}
