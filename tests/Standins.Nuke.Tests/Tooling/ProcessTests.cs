using Nuke.Common.Tooling;

namespace Standins.Nuke.Tests;

public sealed class ProcessTests
{
    [Fact]
    public void OutputIsCollectedByStream()
    {
        var process = Shell("echo out; echo err >&2");
        Assert.Equal("out", process.Output.Single(line => line.Type == OutputType.Std).Text);
        Assert.Equal("err", process.Output.Single(line => line.Type == OutputType.Err).Text);
    }

    [Fact]
    public void AnExitCodeOtherThanZeroIsAFailureThatSaysWhatRan()
    {
        var failure = Assert.Throws<ProcessException>(() => Shell("echo because >&2; exit 3").AssertZeroExitCode());
        Assert.Equal(3, failure.ExitCode);
        Assert.Contains("Process 'sh' exited with code 3.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("because", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AProcessOutOfTimeIsEnded()
    {
        var process = ProcessTasks.StartProcess("sh", "-c \"sleep 60\"", "/", timeout: 100, logInvocation: false, logOutput: false);
        Assert.Throws<ArgumentException>(() => process.AssertWaitForExit());
    }

    [Fact]
    public void AnUnknownProgramIsNamed()
    {
        var failure = Assert.Throws<ArgumentException>(() => ProcessTasks.StartProcess("no-such-program", string.Empty, "/"));
        Assert.Contains("Could not find 'no-such-program' via PATH", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesWithABlankAreQuoted()
    {
        Assert.Equal("one \"two three\" 'four five' six seven 8 \"/a b\"", Text($"one {"two three"} {"'four five'"} {"six seven":nq} {8} {(global::Nuke.Common.IO.AbsolutePath)"/a b"}"));
    }

    private static string Text(ArgumentStringHandler arguments) => arguments.ToStringAndClear();

    private static IProcess Shell(string command)
    {
        var process = ProcessTasks.StartProcess("sh", $"-c {command}", "/", logInvocation: false, logOutput: false);
        process.WaitForExit();
        return process;
    }
}
