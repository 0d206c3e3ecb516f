namespace Standins.Nuke.Tests;

public sealed class TestResultsTests
{
    private const string Passed = """<UnitTestResult testName="A.Fine" outcome="Passed" />""";
    private const string Skipped = """<UnitTestResult testName="A.Later" outcome="NotExecuted" />""";
    private const string Failed = """<UnitTestResult testName="A.Broken" outcome="Failed"><Output><ErrorInfo><Message>1 is not 2</Message><StackTrace>   at A</StackTrace></ErrorInfo></Output></UnitTestResult>""";

    [Fact]
    public void TheLastLineCounts()
    {
        Assert.Equal("2 passed, 0 failed", Read(0, Passed, Passed).ToString());
        Assert.Equal("1 passed, 1 failed, 1 skipped", Read(1, Passed, Failed, Skipped).ToString());
    }

    [Fact]
    public void FailuresArePrintedWithTheirMessages()
    {
        var output = new StringWriter();
        Read(1, Passed, Failed).PrintFailures(output);
        Assert.Contains("FAILED A.Broken", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  1 is not 2", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoTestIsNoSuccess()
    {
        Assert.False(Read(0).IsSuccess);
        Assert.False(Read(0, Skipped).IsSuccess);
        Assert.True(Read(0, Passed, Skipped).IsSuccess);
    }

    [Fact]
    public void ARunThatBrokeOffIsAFailureEvenIfAllItsTestsPassed()
    {
        var results = Read(1, Passed, """<RunInfo outcome="Error"><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo>""");
        Assert.False(results.IsSuccess);
        Assert.Equal("1 passed, 1 failed", results.ToString());
        Assert.Contains("crashed", results.Failures.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACrashCountsBesideFailedTestsAndAFailedTestCountsOnce()
    {
        const string crash = """<RunInfo outcome="Error"><Text>The active test run was aborted.</Text></RunInfo>""";
        const string repeated = """<RunInfo outcome="Error"><Text>[xUnit.net 00:00:00.39]     A.Broken [FAIL]</Text></RunInfo>""";
        Assert.Equal("1 passed, 1 failed", Read(1, Passed, Failed, repeated).ToString());
        Assert.Equal("1 passed, 2 failed", Read(1, Passed, Failed, repeated, crash).ToString());
    }

    [Fact]
    public void AnUnexplainedExitCodeIsAFailure() => Assert.Equal("1 passed, 1 failed", Read(1, Passed).ToString());

    [Fact]
    public void AMissingFileIsAFailure() => Assert.False(TestResults.Read("/no/such/file.trx", 1).IsSuccess);

    private static TestResults Read(int exitCode, params string[] results)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "tests.trx");
        File.WriteAllText(path, $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{string.Concat(results)}</Results></TestRun>""");
        return TestResults.Read(path, exitCode);
    }
}
