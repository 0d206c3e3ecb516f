namespace Lat.Cli.Tests;

public sealed class EntryPointTests
{
    [Theory]
    [InlineData("evalute")]
    [InlineData("evaluate --nonsense")]
    [InlineData("evaluate")]
    [InlineData("inspect --count many")]
    [InlineData("inspect --space huge")]
    public void WhatIsNoCommandIsRefusedWithWords(string line)
    {
        var (exitCode, _, errors) = LatCommand.Run(line.Split(' '));
        Assert.Equal(1, exitCode);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownOptionIsNamed() => Assert.Contains("--nonsense", LatCommand.Run("machine", "--nonsense").Errors, StringComparison.Ordinal);

    [Fact]
    public void HelpListsTheCommands()
    {
        var (exitCode, output, _) = LatCommand.Run("--help");
        Assert.Equal(0, exitCode);
        Assert.All(new[] { "stage", "machine", "evaluate", "inspect" }, command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    [Fact]
    public void AFaultOfOursShowsItsStackAndIsToldApartByItsExitCode()
    {
        using var broken = new BrokenWriter();
        using var errors = new StringWriter();
        Assert.Equal(70, EntryPoint.Run(["machine", "--json"], broken, errors));
        Assert.StartsWith("This is a fault in Lat, not in what you did.", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("broken on purpose", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("   at Lat.Cli.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheMachineIsDescribedForPeopleAndForPrograms()
    {
        Assert.StartsWith("libtorch ", LatCommand.Run("machine").Output, StringComparison.Ordinal);
        var machine = Lat.Pipeline.MachineDescription.FromJson(LatCommand.Run("machine", "--json").Output);
        Assert.True(machine is { TorchVersion.Length: > 0, CudaDevices: >= 0 });
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("broken on purpose");
    }
}
