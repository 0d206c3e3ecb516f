namespace Lat.Pipeline.Tests;

public sealed class ReportStageTests
{
    private static IReadOnlyList<string> Inputs(params string[] overrides) =>
        [.. Some.Graph(overrides).Nodes[ReportStage.NodeName].Inputs.Select(input => input.Name)];

    [Theory]
    [InlineData("pseudo-label")]
    [InlineData("pseudo-label-filtered")]
    [InlineData("lgpl")]
    [InlineData("lat")]
    public void TheLabelsOfEveryMethodThatWritesSomeAreShownBesideTheTruth(string method)
    {
        var inputs = Inputs($"methods=[baseline, {method}]");
        Assert.Contains($"transfer/{method}/fine-to-mid/seed-1/labels.bin", inputs);
        Assert.Contains($"audit/{method}/fine-to-mid/seed-1/audit.json", inputs);
        Assert.Contains("import/fine/train/truth-mid.bin", inputs);
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("oracle")]
    [InlineData("student-teacher")]
    public void AMethodWithoutLabelsIsShownByItsNumbersAlone(string method)
    {
        var inputs = Inputs($"methods=[{method}]", "studentTeacher.burnInIterations=10");
        Assert.DoesNotContain(inputs, name => name.StartsWith("transfer/", StringComparison.Ordinal));
        Assert.Contains($"evaluate/{method}/mid/seed-1/metrics.json", inputs);
    }

    [Fact]
    public void EverySeedIsMeasuredAndTheFirstOnesLabelsAreShown()
    {
        var inputs = Inputs("seeds=[4, 2]");
        Assert.Contains("evaluate/lat/mid/seed-2/metrics.json", inputs);
        Assert.Contains("transfer/lat/fine-to-mid/seed-4/labels.bin", inputs);
        Assert.DoesNotContain("transfer/lat/fine-to-mid/seed-2/labels.bin", inputs);
    }
}
