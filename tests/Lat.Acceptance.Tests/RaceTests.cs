namespace Lat.Acceptance.Tests;

/// <summary>Two real front doors on one store.</summary>
[Collection(PipelineCollection.Name)]
public sealed class RaceTests(PipelineFixture fixture)
{
    [FrontDoorFact]
    public void TwoFrontDoorsOnOneStoreComputeEveryStageOnceAndMakeTheSameBytes()
    {
        using var workshop = new Workshop(MiniatureExperiment.Yaml);
        using var first = FrontDoorProcess.Start(workshop.Root, "Detectors", "--experiment", "mini");
        using var second = FrontDoorProcess.Start(workshop.Root, "Detectors", "--experiment", "mini");

        Assert.True(first.WaitForExit() == 0, first.Printed);
        Assert.True(second.WaitForExit() == 0, second.Printed);

        var ran = first.Ran.Concat(second.Ran).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(ran.Distinct(StringComparer.Ordinal), ran);
        Assert.Equal(fixture.RanCold.Where(IsDetector), ran);
        Assert.Subset(Blobs(fixture.Workshop), Blobs(workshop));
        var (exitCode, printed) = FrontDoorProcess.Run(workshop.Root, "Detectors", "--experiment", "mini");
        Assert.Equal(0, exitCode);
        Assert.Empty(Workshop.RanIn(printed));
    }

    private static bool IsDetector(string stage) =>
        stage.StartsWith("import/", StringComparison.Ordinal) || stage.StartsWith("detector/", StringComparison.Ordinal) || stage.StartsWith("evaluate/detector/", StringComparison.Ordinal);

    /// <summary>Blobs are named by their content.</summary>
    private static HashSet<string> Blobs(Workshop workshop) =>
        [.. Directory.EnumerateFiles(Path.Combine(workshop.Store, "blobs"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))];
}
