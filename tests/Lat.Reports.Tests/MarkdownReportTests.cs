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
    public void WhatIsKnownOfRowsCostsAndAbsentClassesIsSaid()
    {
        var report = MarkdownReport.Render(Some.Measured());
        Assert.Contains("± half its 95 % interval over images and seeds; ≈ marks one inside its interval", report, StringComparison.Ordinal);
        Assert.Contains("No object of tram in the validation images of mid: not measured, and in no mean.", report, StringComparison.Ordinal);
        Assert.Contains("No object of car in the training images of mid: measured, and in the means.", report, StringComparison.Ordinal);
        Assert.Contains("| lat      | lat      |        900 | the target and more |", report, StringComparison.Ordinal);
        Assert.Contains("11 computations cost 2.03 CPU hours and 0.010 GPU hours when they ran; the largest process had 600 MiB of memory; they hold 5 GiB of disk.", report, StringComparison.Ordinal);
        Assert.Contains("## Gains and losses by class on mid", report, StringComparison.Ordinal);
        var terminal = TerminalReport.Render(Some.Measured());
        Assert.Contains("(≈ +4.5 ± 9.8)", terminal, StringComparison.Ordinal);
        Assert.Contains("No object of tram", terminal, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePublishedNumbersStandBesideWithTheirDeviationAndTheSettingsThatDiffer()
    {
        PublishedNumber[] published = [new() { Method = "lat", Target = Some.Mid, Value = 59.6, Place = "Table 1" }, new() { Method = "lgpl", Target = Some.Mid, Value = 39.7 }];
        var report = MarkdownReport.Render(Some.Measured(), [.. published], [new SettingDeviation("lat.training.batchSize", "4", "8")]);
        Assert.Contains("| mid    | lat    | AP50   |      59.6 |     50.5 |       -9.1 | Table 1 |", report, StringComparison.Ordinal);
        Assert.Contains("| mid    | lgpl   | AP50   |      39.7 |        - |          - |         |", report, StringComparison.Ordinal);
        Assert.Contains("## Settings that differ from the publication\n\n| setting                | published | here |", report, StringComparison.Ordinal);
        Assert.Contains("| lat.training.batchSize |         4 |    8 |", report, StringComparison.Ordinal);
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
