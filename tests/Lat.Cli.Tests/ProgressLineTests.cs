using Lat.Datasets;

namespace Lat.Cli.Tests;

public sealed class ProgressLineTests
{
    [Theory]
    [InlineData(0, 10L, "[------------------------------]   0 % reading")]
    [InlineData(5, 10L, "[###############---------------]  50 % reading")]
    [InlineData(11, 10L, "[##############################] 100 % reading")]
    public void ABarShowsThePartThatIsDone(long done, long? total, string expected) =>
        Assert.Equal(expected, ProgressLine.TextOf(new ReadProgress("reading", done, total)));

    [Fact]
    public void WithoutATotalTheNumberIsShown() => Assert.Equal("reading: 7", ProgressLine.TextOf(new ReadProgress("reading", 7, null)));

    [Fact]
    public void NothingIsWrittenWhereNoTerminalIs()
    {
        using var errors = new StringWriter();
        using (var line = new ProgressLine(errors))
        {
            line.Report(new ReadProgress("reading", 1, 2));
        }

        Assert.Equal("", errors.ToString());
    }
}
