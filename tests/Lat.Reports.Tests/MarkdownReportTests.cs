namespace Lat.Reports.Tests;

public sealed class MarkdownReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheReportReadsAsExpected() => Assert.Equal(Some.Expected("report.md"), MarkdownReport.Render(Some.Whole()));

    [Fact]
    public void TheTerminalReadsAsExpected() => Assert.Equal(Some.Expected("terminal.txt"), TerminalReport.Render(Some.Whole()));

    [Fact]
    public void WithoutTransfersOrStagesTheirSectionsAreMissing()
    {
        var report = MarkdownReport.Render(Some.TwoSeeds());
        Assert.DoesNotContain("## Stages", report, StringComparison.Ordinal);
        Assert.DoesNotContain("## Transferred", report, StringComparison.Ordinal);
    }

    [Fact]
    public void WritingReplacesAnOlderReport()
    {
        var path = Path.Combine(_folder, "report.md");
        File.WriteAllText(path, "older");
        MarkdownReport.Write(path, Some.Whole());
        Assert.Equal(MarkdownReport.Render(Some.Whole()), File.ReadAllText(path));
    }
}
